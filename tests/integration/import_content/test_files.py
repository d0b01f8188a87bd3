"""Images and documents beside the Markdown: kept once, refused when they are not what they say."""

from __future__ import annotations

import struct
import unicodedata
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from .content import article, draft_of, live_parts, picture, published, put, run, sections, write

SHOWN = sections(utredning="Text.\n\n![Öga](bild.png)\n\nMer.")
LINE = 11


def refusal_of(
    folder: Path, content: bytes | None, name: str = "bild.png"
) -> tuple[int | None, str]:
    if content is not None:
        put(folder / name, content)
    write(folder, katarakt=article(body=SHOWN.replace("bild.png", name)), annan=article("annan"))
    result = published(folder)
    assert live_parts() == ["annan/sv"]
    return result.refusal


def test_the_same_image_is_stored_once(folder: Path) -> None:
    put(folder / "bild.png", picture())
    put(folder / "mapp" / "ö g a.png", picture())
    other = SHOWN.replace("bild.png", "<mapp/ö g a.png>")
    write(folder, a=article("a", body=SHOWN), b=article("b", body=other))

    assert published(folder).code == 0
    image = get_image_model().objects.get()
    assert (image.width, image.height) == (4, 3)


def test_an_image_without_alternative_text_is_decoration(folder: Path) -> None:
    put(folder / "bild.png", picture())
    run(write(folder, katarakt=article(body='![](bild.png "Bildtext")')))

    (section,) = draft_of().sections
    value = section.value["blocks"][0].value
    assert (value["decorative"], value["caption"]) == (True, "Bildtext")


def test_films_and_documents_keep_their_files(folder: Path) -> None:
    for name in ("film.mp4", "text.vtt", "ord.txt", "blad.pdf"):
        put(folder / name, name)
    body = (
        "::: video src=film.mp4 captions=text.vtt transcript=ord.txt\n:::\n\n"
        "::: document src=blad.pdf\n:::\n"
    )

    assert published(write(folder, katarakt=article(body=body))).code == 0
    assert get_document_model().objects.count() == 4


def test_a_file_that_is_not_there(folder: Path) -> None:
    line, message = refusal_of(folder, None)
    assert (line, "bild.png" in message) == (LINE, True)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "WEBP"])
def test_an_image_that_ends_too_early(folder: Path, format: str) -> None:
    whole, name = picture(size=(300, 300), format=format), f"bild.{format.lower()}"

    line, message = refusal_of(folder, whole[: len(whole) // 2], name)

    assert (line, name in message) == (LINE, True)


@pytest.mark.parametrize(
    "content", [b"", b"not an image", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.4"]
)
def test_a_file_that_is_no_image(folder: Path, content: bytes) -> None:
    assert refusal_of(folder, content)[0] == LINE


def test_an_image_larger_than_30_megapixels(folder: Path) -> None:
    line, message = refusal_of(folder, _png_that_says(6000, 5001))
    assert (line, "pixels" in message) == (LINE, True)


def test_an_image_that_would_fill_the_memory(folder: Path) -> None:
    assert "pixels" in refusal_of(folder, _png_that_says(200_000, 200_000))[1]


def test_an_image_that_claims_more_than_it_holds(folder: Path) -> None:
    assert refusal_of(folder, _png_that_says(2000, 2000))[0] == LINE


def _png_that_says(width: int, height: int) -> bytes:
    """A PNG with a header of that size over the data of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\0\0\0")
    body = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_file_larger_than_20_megabytes(folder: Path) -> None:
    assert "20 MB" in refusal_of(folder, picture() + bytes(21 << 20))[1]


@pytest.mark.parametrize("name", ["bild.html", "bild.svg", "bild"])
def test_an_image_whose_name_would_be_served_as_something_else(folder: Path, name: str) -> None:
    assert refusal_of(folder, picture(), name)[0] == LINE


def test_a_document_of_a_type_that_the_library_refuses(folder: Path) -> None:
    put(folder / "sida.html", "<script>alert(1)</script>")
    body = "## T {#t}\n\n::: document src=sida.html\n:::\n"

    line, message = published(write(folder, katarakt=article(body=body))).refusal

    assert line == 9
    assert "pdf" in message


def test_a_jpeg_called_png_is_refused(folder: Path) -> None:
    line, message = refusal_of(folder, picture(format="JPEG"))
    assert (line, "another format" in message) == (LINE, True)


@pytest.mark.parametrize("name", ["../bild.png", "/etc/passwd", "lank.png", "runt.png"])
def test_nothing_outside_the_folder_is_read(folder: Path, name: str) -> None:
    put(folder.parent / "bild.png", picture())
    (folder / "lank.png").symlink_to(folder.parent / "bild.png")
    (folder / "runt.png").symlink_to(folder / "runt.png")

    assert refusal_of(folder, None, name)[0] == LINE


def test_a_name_longer_than_the_file_system_allows(folder: Path) -> None:
    assert refusal_of(folder, None, "ö" * 200 + ".png")[0] == LINE


def test_a_folder_in_an_images_place(folder: Path) -> None:
    (folder / "bild.png").mkdir()
    assert refusal_of(folder, None)[0] == LINE


def test_a_long_file_name_is_no_obstacle(folder: Path) -> None:
    name = "ö" * 120 + ".png"
    put(folder / name, picture())

    assert published(write(folder, katarakt=article(body=f"![]({name})"))).code == 0


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_name_in_another_unicode_form_is_the_same_name(folder: Path, form: str) -> None:
    """A Mac's archive names `öga.png` with o and dots apart; the text says ö."""
    other = "NFD" if form == "NFC" else "NFC"
    put(folder / unicodedata.normalize(form, "öga.png"), picture())
    text = article(body=f"![]({unicodedata.normalize(other, 'öga.png')})")

    assert published(write(folder, katarakt=text)).code == 0
    assert published(folder).done == {"same": ["katarakt.md"]}


@settings(max_examples=40)
@given(
    st.binary(max_size=400), st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]), st.integers(0, 300)
)
def test_whatever_bytes_an_image_holds_the_run_ends_with_a_report(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, format: str, at: int
) -> None:
    folder = tmp_path_factory.mktemp("bild")
    whole = picture(size=(20, 20), format=format)
    put(folder / "bild.png", whole[:at] + noise + whole[at + len(noise) :])

    result = run(write(folder, katarakt=article(body=SHOWN)), dry_run=True)

    assert result.code in (0, 1)
