"""What was approved is what is published: anything that changed in between is refused."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from PIL import Image as Pixels
from wagtail.images import get_image_model
from wagtail.models import Revision

from content_models.approvals import NotApproved
from content_models.documents.files import FileMissing
from content_models.editions.safer_sources import SourceMadeSafer
from content_models.models import ArticleCode, DiagnosisCode, Edition, ProgrammeArea
from content_models.vocabulary import ChangeClass
from tests.factories.published import (
    approve,
    article,
    codes,
    draft_article,
    draft_supplement,
    publish,
    reference,
    revise,
    section,
    text,
)

from .state import nothing_published, published_state

pytestmark = pytest.mark.django_db


def rewritten(page: Any, **fields: Any) -> None:
    """Change the approved revision itself, past what keeps it from being written over."""
    revision = page.get_latest_revision()
    latest = revision.as_object()
    for name, value in fields.items():
        setattr(latest, name, value)
    Revision.objects.filter(pk=revision.pk).update(content=latest.serializable_data())
    page.refresh_from_db(fields=["latest_revision"])


def with_code(page: Any) -> None:
    codes("H25\tÅldersstarr")
    rewritten(page, article_codes=[ArticleCode(code=DiagnosisCode.objects.get(code="H25"))])


def with_area(page: Any) -> None:
    rewritten(page, programme_area=ProgrammeArea.objects.get(name="Ögonsjukdomar"))


ARTICLE_CHANGES: dict[str, Callable[[Any], None]] = {
    "title": lambda page: rewritten(page, title="Annan"),
    "summary": lambda page: rewritten(page, summary="Annan"),
    "text": lambda page: rewritten(page, sections=[section("utredning", text("Annan"))]),
    "diagnosis codes": with_code,
    "programme area": with_area,
    "counterpart": lambda page: rewritten(page, counterpart_key="gra-starr"),
    "references": lambda page: rewritten(page, references=[reference("a")]),
    "care levels": lambda page: rewritten(page, care_levels=["primary"]),
    "key": lambda page: rewritten(page, key="annan"),
}


@pytest.mark.parametrize("change", ARTICLE_CHANGES)
def test_an_article_changed_after_its_approval_is_refused(change: str) -> None:
    page = draft_article()
    approve(page)
    ARTICLE_CHANGES[change](page)
    with nothing_published(), pytest.raises(NotApproved):
        page.get_latest_revision().publish()


SUPPLEMENT_CHANGES = {
    "text": {"body": [text("Annan")]},
    "section": {"section_id": "behandling"},
    "block": {"block_id": str(uuid.uuid4())},
    "seen text": {"anchor_hash": "0" * 16},
    "article": {"article_key": "annan"},
    "care levels": {"limited_to": ["primary"]},
    "order": {"position": 7},
    "id": {"supplement_id": "annat"},
}


@pytest.mark.parametrize("change", SUPPLEMENT_CHANGES)
def test_a_supplement_changed_after_its_approval_is_refused(change: str) -> None:
    page = draft_supplement(article(), id="utredning")
    approve(page)
    rewritten(page, **SUPPLEMENT_CHANGES[change])
    with nothing_published(), pytest.raises(NotApproved):
        page.get_latest_revision().publish()


def test_a_translation_approved_before_its_source_was_made_safer_is_refused() -> None:
    source, translation = article(), draft_article(language="en")
    approve(translation)
    revise(source, title="Katarakt, ändrad", approval={"change_class": ChangeClass.SAFETY})
    with nothing_published(), pytest.raises(SourceMadeSafer, match="säkerhetsändring"):
        translation.get_latest_revision().publish()
    translation.refresh_from_db()
    publish(translation)
    assert Edition.objects.get(part="katarakt/en").change_class == ChangeClass.SUBSTANTIVE


def test_a_translation_approved_before_a_lesser_change_of_its_source_is_published() -> None:
    source, translation = article(), draft_article(language="en")
    approve(translation)
    revise(source, title="Katarakt, ändrad")
    translation.get_latest_revision().publish()
    assert Edition.objects.filter(part="katarakt/en").exists()


def picture(colour: str) -> ContentFile[bytes]:
    pixels = BytesIO()
    Pixels.new("RGB", (2, 2), colour).save(pixels, "PNG")
    return ContentFile(pixels.getvalue(), name="bild.png")


@pytest.fixture
def image() -> Any:
    return get_image_model().objects.create(
        title="Bild", file=ImageFile(picture("red"), name="bild.png")
    )


def illustrated(image: Any) -> Any:
    value = {"image": image.pk, "alt": "Ett öga", "decorative": False, "care_levels": []}
    block = {"type": "image", "id": str(uuid.uuid4()), "value": value}
    return draft_article(sections=[section("utredning", block)])


def test_an_image_replaced_after_the_approval_is_refused(image: Any) -> None:
    page = illustrated(image)
    approve(page)
    image.file = ImageFile(picture("blue"), name="bild.png")
    image.save()
    with nothing_published(), pytest.raises(NotApproved):
        page.get_latest_revision().publish()


def test_an_image_deleted_after_the_approval_is_named(image: Any) -> None:
    page, pk = illustrated(image), image.pk
    approve(page)
    # Past what refuses to delete an image in use: one that a restored database has lost.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM wagtailimages_image WHERE id = %s", [pk])
    with nothing_published(), pytest.raises(FileMissing, match=f"image {pk} is missing"):
        page.get_latest_revision().publish()


def test_replacing_a_published_image_changes_nothing_published(image: Any) -> None:
    publish(illustrated(image))
    before = published_state()
    image.file = ImageFile(picture("blue"), name="bild.png")
    image.save()
    assert published_state() == before
    assert Edition.objects.get().document.count("/media/published/") == 1
