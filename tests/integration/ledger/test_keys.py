"""A key is one article's, in all languages and page types."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from content_models.models import ArticleKey, KnowledgeSupportPage
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from tests.factories.published import article, draft_article

pytestmark = pytest.mark.django_db


def added(**fields: Any) -> KnowledgeSupportPage:
    parent = folder_for(Kind.KNOWLEDGE_SUPPORT, "sv")
    page: KnowledgeSupportPage = parent.add_child(instance=KnowledgeSupportPage(**fields))
    return page


def test_a_key_is_made_from_the_address() -> None:
    assert added(title="Grå starr").key == "gra-starr"
    assert added(title="Grå starr").key == "gra-starr-2"


def test_languages_share_it() -> None:
    article()
    assert draft_article(language="en").as_part().key == "katarakt"
    assert sorted(map(str, ArticleKey.objects.all())) == ["katarakt/en", "katarakt/sv"]


def test_another_kind_cannot_have_it_in_any_language() -> None:
    article()
    with pytest.raises(ValidationError, match="knowledge-support"):
        draft_article(kind=Kind.YOUTH_PAGE, language="en")


def test_a_changed_key_is_held_and_the_old_one_free() -> None:
    page = added(title="Starr", key="starr")
    page.key = "katarakt"
    page.save()
    assert added(title="Ny", key="starr").key == "starr"
    with pytest.raises(ValidationError, match="katarakt"):
        added(title="Ny igen", key="katarakt")


def test_a_page_cannot_take_anothers_key() -> None:
    article()
    page = added(title="Starr", key="starr")
    page.key = "katarakt"
    with pytest.raises(ValidationError, match="katarakt"):
        page.save()


def test_a_key_from_an_address_with_swedish_letters_has_none() -> None:
    parent = folder_for(Kind.KNOWLEDGE_SUPPORT, "sv")
    page = parent.add_child(instance=KnowledgeSupportPage(title="Åtgärd", slug="åtgärd-för-öga"))
    assert page.key == "atgard-for-oga"
    page.full_clean()


@pytest.mark.parametrize("is_live", [False, True])
def test_a_form_that_leaves_the_key_empty_keeps_it(is_live: bool) -> None:
    """The first autosave makes the key, and the form that is saved next knows nothing of it."""
    pages = [article("ett") if is_live else draft_article("ett"), draft_article("tva")]
    for page in pages:
        page.key = ""
        page.full_clean()
        page.save_revision()
        if not is_live:
            page.save()
    assert [type(page).objects.get(pk=page.pk).key for page in pages] == ["ett", "tva"]
    assert [page.get_latest_revision_as_object().key for page in pages] == ["ett", "tva"]
