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
