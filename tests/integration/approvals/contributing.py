"""The ways in which someone's words or pictures come into a draft, each as in the admin."""

from __future__ import annotations

import uuid
from http import HTTPStatus
from typing import Any

from django.core.files.images import ImageFile
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from content_models.languages import locale_of
from editorial_workflows.translating.writing import translation_of, version_of
from tests.factories import people
from tests.factories.published import Raw
from tests.factories.reviewing import latest
from tests.integration.import_content.content import picture


def synced(page: Any, by: Any) -> Translation:
    """The page's translation into English, as wagtail-localize keeps it in step."""
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(
        source=source, target_locale=locale_of("en")
    )
    translation.save_target(user=by)
    return translation


def target(translation: Translation) -> Any:
    return latest(translation.get_target_instance())


def put_string(translation: Translation, by: Any, path: str, value: str) -> None:
    """One string, translated in its field."""
    segment = translation.source.stringsegment_set.get(context__path=path)
    kept = StringTranslation.objects.filter(
        translation_of=segment.string_id, context=segment.context_id
    ).first()
    page = translation.get_target_instance()
    address = reverse("translating:keep_text", args=[page.pk, segment.pk])
    words = {"text": value, "was": version_of(kept.data if kept else "")}
    answer = people.client_of(by).post(address, words)
    assert answer.status_code == HTTPStatus.OK, answer.content


def put_override(translation: Translation, by: Any, path: str, value: str) -> None:
    """One value that is not to be translated, replaced in the form of the translation."""
    segment = translation.source.overridablesegment_set.get(context__path=path)
    address = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    form = {"translation-form": "1", "action": "save", f"other-{segment.pk}": value}
    answer = people.client_of(by).post(address, form)
    assert answer.status_code == HTTPStatus.FOUND, answer.content


def whole(page: Any) -> None:
    """What a translation still lacks, in the source's words and by nobody."""
    translation = translation_of(page)
    if translation is None:
        return
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.get_or_create(
            translation_of_id=segment.string_id,
            locale=translation.target_locale,
            context_id=segment.context_id,
            defaults={"data": segment.string.data, "translation_type": "manual"},
        )


def an_image() -> Any:
    return get_image_model().objects.create(
        title="Bild", file=ImageFile(_file("red"), name="bild.png")
    )


def _file(colour: str) -> Any:
    from django.core.files.base import ContentFile

    return ContentFile(picture(colour), name="bild.png")


def image_block(image: Any) -> Raw:
    value = {"image": image.pk, "alt": "Ett öga", "decorative": False, "care_levels": []}
    return {"type": "image", "id": str(uuid.uuid4()), "value": value}


def replace_image(image: Any, by: Any, colour: str = "blue") -> None:
    """Another file for it, in the library's own editor, by the one who had uploaded it."""
    image.uploaded_by_user = by
    image.save()
    answer = people.client_of(by).post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": image.title,
            "file": _file(colour),
            "collection": Collection.objects.get(depth=1).pk,
            "description": "",
            "tags": "",
        },
    )
    assert answer.status_code == 302, answer.status_code
