"""wagtail-localize and Wagtail's own copying for translation make drafts, never editions."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from content_models.languages import locale_of
from content_models.models import Edition
from region_overlays.models import SupplementPage
from tests.factories.published import approve, publish, revise

from .state import nothing_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_once(django_capture_on_commit_callbacks: Any) -> Any:
    with django_capture_on_commit_callbacks(execute=True):
        yield


def in_english(page: Any) -> Any:
    return page.get_translation_or_none(locale_of("en"))


def translated(page: Any, capture: Any, **options: Any) -> Any:
    source, _created = TranslationSource.get_or_create_from_instance(page)
    options = {"copy_parent_pages": True, "fallback": True} | options
    with capture(execute=True):
        source.create_or_update_translation(locale_of("en"), **options)
    return in_english(page)


@pytest.mark.parametrize("publish_too", [True, False])
def test_a_translation_is_a_draft(
    draft: Any, django_capture_on_commit_callbacks: Any, publish_too: bool
) -> None:
    page = publish(draft)
    with nothing_published():
        copy = translated(page, django_capture_on_commit_callbacks, publish=publish_too)
    part = page.as_part()
    assert str(copy.as_part()) == str(part).replace("/sv", "/en", 1)
    assert copy.live is False


def test_save_target_with_publish_makes_a_draft(
    draft: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = publish(draft)
    translated(page, django_capture_on_commit_callbacks)
    source = TranslationSource.objects.get_for_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale_of("en"))
    for segment in source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data="Translated",
        )
    with nothing_published(), django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    assert in_english(page).get_latest_revision_as_object().title == "Translated"


def test_updating_a_published_translation_leaves_its_edition(
    draft: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = publish(draft)
    copy = publish(translated(page, django_capture_on_commit_callbacks))
    page = revise(page, title="Ny titel")
    source = TranslationSource.objects.get_for_instance(page)
    source.update_from_db()
    editions = list(Edition.objects.values())
    translated(page, django_capture_on_commit_callbacks)
    assert list(Edition.objects.values()) == editions
    copy.refresh_from_db()
    assert copy.live


def test_translating_from_the_admins_operation_makes_a_draft(
    draft: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = publish(draft)
    with nothing_published(), django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [locale_of("en")])
    assert in_english(page).live is False


def test_copying_for_translation_publishes_nothing(draft: Any) -> None:
    page = publish(draft)
    with nothing_published():
        copy = page.copy_for_translation(locale_of("en"), copy_parents=True)
        assert copy.live is False
    with nothing_published(), pytest.raises(PermissionDenied):
        page.copy_for_translation(locale_of("fi"), copy_parents=True, alias=True)


def test_a_translation_is_published_by_its_own_approval(
    draft: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = publish(draft)
    copy = translated(page, django_capture_on_commit_callbacks)
    approve(copy)
    copy.get_latest_revision().publish()
    assert Edition.objects.order_by("pk").last().part == str(copy.as_part())
    if isinstance(page, SupplementPage):
        assert copy.region_id == page.region_id
    assert Locale.objects.get(pk=copy.locale_id).language_code == "en"
