"""Images by every door: a wrong one is refused with words next to its field."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.blocks import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.models import Collection

from content_models.blocks.media import DocumentBlock, ImageBlock
from content_models.documents.block_rendering import Numbering, clean_block, render_block
from content_models.documents.files import AltMissing
from tests.factories import people, published
from tests.integration.blocks.wrong_images import SCRIPT, WRONG
from tests.integration.import_content import content
from tests.integration.languages.every_block import block, document, image

pytestmark = pytest.mark.django_db
TITLE = "En titel som någon har skrivit"
Wrong = tuple[str, bytes, str, str]


@pytest.fixture
def editor() -> Client:
    return people.client_of(people.editor())


def upload(name: str, file: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, file)


def by_form(editor: Client, name: str, file: bytes) -> str:
    data = {"title": TITLE, "file": upload(name, file), "collection": Collection.objects.get().pk}
    response = editor.post(reverse("wagtailimages:add"), data)
    assert response.status_code == 200, "it was taken"
    assert TITLE in response.content.decode()
    return response.content.decode()


def by_chooser(editor: Client, name: str, file: bytes) -> str:
    prefix = "image-chooser-upload"
    data = {f"{prefix}-title": TITLE, f"{prefix}-file": upload(name, file)}
    data |= {f"{prefix}-collection": Collection.objects.get().pk}
    response = editor.post(reverse("wagtailimages_chooser:create"), data)
    answer = json.loads(response.content)
    assert answer["step"] == "reshow_creation_form"
    assert TITLE in answer["htmlFragment"]
    return str(answer["htmlFragment"])


def by_several(editor: Client, name: str, file: bytes) -> str:
    data = {"title": TITLE, "files[]": upload(name, file)}
    response = editor.post(reverse("wagtailimages:add_multiple"), data)
    answer = json.loads(response.content)
    assert answer["success"] is False
    return str(answer["error_message"])


def by_replacing(_editor: Client, name: str, file: bytes) -> str:
    kept = get_image_model().objects.create(
        title="Förut", file=ContentFile(content.picture(), name="forut.png"), width=4, height=3
    )
    data = {"title": TITLE, "file": upload(name, file), "collection": Collection.objects.get().pk}
    chief = people.client_of(people.administrator())
    response = chief.post(reverse("wagtailimages:edit", args=[kept.pk]), data)
    assert response.status_code == 200, "it was taken"
    kept.refresh_from_db()
    assert (kept.title, kept.width) == ("Förut", 4)
    kept.delete()
    return response.content.decode()


DOORS = [by_form, by_chooser, by_several, by_replacing]


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("door", DOORS)
def test_a_wrong_image_is_refused(door: Callable[..., str], wrong: Wrong, editor: Client) -> None:
    name, file, said, _said = wrong

    assert said in html.unescape(door(editor, name, file))
    assert not get_image_model().objects.exists()


@pytest.mark.parametrize("door", DOORS)
def test_a_drawing_with_a_script_is_refused(door: Callable[..., str], editor: Client) -> None:
    assert "PNG" in html.unescape(door(editor, "a.svg", SCRIPT)).upper()
    assert not get_image_model().objects.exists()


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.png", "PNG"), ("a.JPG", "JPEG"), ("a.jpeg", "MPO"), ("a.gif", "GIF"), ("a.webp", "WEBP")],
)
def test_a_right_image_is_taken(name: str, format: str, editor: Client) -> None:
    data = {"title": TITLE, "collection": Collection.objects.get().pk}
    data["file"] = upload(name, content.picture(size=(40, 30), format=format))

    response = editor.post(reverse("wagtailimages:add"), data)

    assert response.status_code == 302, response.content.decode()
    kept = get_image_model().objects.get()
    assert (kept.width, kept.height, kept.title) == (40, 30, TITLE)
    assert kept.file_size == kept.file.size


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_an_import_refuses_it_by_its_line(wrong: Wrong, tmp_path: Path) -> None:
    name, file, _said, said = wrong
    folder = tmp_path / "content"
    content.put(folder / name, file)
    body = f"## Utredning {{#utredning}}\n\nText.\n\n![Öga]({name})\n"

    line, message = content.published(
        content.write(folder, katarakt=content.article(body=body))
    ).refusal

    assert line == 11
    assert name in message
    assert said in message


@pytest.mark.parametrize(
    ("alt", "decorative", "is_taken"),
    [("Ett öga", False, True), ("", True, True), ("", False, False), ("Ett öga", True, False)],
)
def test_an_image_is_described_or_decoration(alt: str, decorative: bool, is_taken: bool) -> None:
    form = ImageBlock()
    value = form.to_python(
        {"image": image().pk, "alt": alt, "decorative": decorative, "caption": ""}
    )
    if is_taken:
        form.clean(value)
        return
    with pytest.raises(StructBlockValidationError) as caught:
        form.clean(value)
    assert set(caught.value.block_errors) == {"alt"}


def test_no_edition_holds_an_image_that_says_nothing() -> None:
    silent = block("image", image=image().pk, alt=" ", decorative=False, caption="")

    with pytest.raises(ValidationError, match="Ögat"):
        published.draft_article(sections=[published.section("utredning", silent)])
    with pytest.raises(AltMissing, match="Ögat"):
        render_block(clean_block(silent), Numbering())


def test_decoration_has_no_words_in_an_edition() -> None:
    both = block("image", image=image().pk, alt="Öga", decorative=True, caption="")
    page = published.draft_article(sections=[published.section("utredning", both)])

    (shown,) = page.document().sections[0].blocks
    assert (shown.alt, shown.decorative) == ("", True)


@pytest.mark.parametrize("sources", ["both", "none"])
def test_a_document_has_one_source(sources: str) -> None:
    form = DocumentBlock()
    one = {"url": "https://example.org/a.pdf", "file": document().pk}
    value = form.to_python({"title": "Blad", **(one if sources == "both" else {})})

    with pytest.raises(StructBlockValidationError) as caught:
        form.clean(value)
    assert set(caught.value.block_errors) == {"url"}


def test_the_marked_point_and_the_sizes_are_in_the_edition() -> None:
    wide: Any = get_image_model().objects.create(
        title="Ögat",
        file=ContentFile(content.picture(size=(1000, 500)), name="bred.png"),
        focal_point_x=250,
        focal_point_y=400,
        focal_point_width=10,
        focal_point_height=10,
    )
    shown = block("image", image=wide.pk, alt="Öga", decorative=False, caption="")
    page = published.draft_article(sections=[published.section("utredning", shown)])

    (image_block,) = page.document().sections[0].blocks
    assert image_block.focal_point.model_dump() == {"x": 0.25, "y": 0.8}
    sizes = [(one.width, one.height) for one in image_block.renditions]
    assert sizes == [(480, 240), (800, 400)]
