"""One block as stored → one typed block of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from content_models.documents import markup, schema
from content_models.documents.addresses import resolve_link
from content_models.documents.citations import resolve
from content_models.documents.files import AltMissing, FileMissing, published_path
from content_models.documents.plain_words import plain_text
from content_models.documents.renditions import focal_point_of, renditions_of

Raw = dict[str, Any]
"""A StreamField child as Wagtail stores it: type, value, id."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A stored block with publishable HTML whose citations are not numbered yet."""

    raw: Raw
    html: str

    @property
    def id(self) -> str:
        return str(self.raw["id"])

    @property
    def type(self) -> str:
        return str(self.raw["type"])

    @property
    def value(self) -> Raw:
        value: Raw = self.raw["value"]
        return value


def clean_block(raw: Raw) -> Cleaned:
    """The block's HTML, sanitised."""
    source = table_html(raw["value"]) if raw["type"] == "table" else raw["value"].get("html", "")
    return Cleaned(raw, markup.clean(source, resolve_link=resolve_link))


def hash_of(block: Cleaned) -> str:
    """The hash of what a reader sees of the block, without its care levels and numbers."""
    value = block.value
    facts = [str(value.get(name) or "") for name in HASHED]
    return markup.content_hash(block.type, block.html, *facts)


HASHED = ("title", "alt", "caption", "image", "url", "file", "captions", "transcript")


def quote_of(block: Cleaned) -> str:
    """The first words of a block, enough for a person to recognise it."""
    words = plain_text(block.html) or str(block.value.get("alt") or block.value.get("title") or "")
    return words[:120]


@dataclass(frozen=True, slots=True)
class Numbering:
    """How citations become numbers and links."""

    numbers: dict[str, int] = field(default_factory=dict)
    prefix: str = "ref-"

    def apply(self, html: str) -> str:
        return resolve(html, self.numbers, prefix=self.prefix)


def render_block(block: Cleaned, numbering: Numbering) -> schema.ContentBlock:
    """The typed block; raises FileMissing if an image, its words, or a file is gone."""
    base: Raw = {
        "type": block.type,
        "id": block.id,
        "care_levels": sorted(block.value.get("care_levels") or []),
    }
    typed: schema.ContentBlock = RENDERERS[block.type](block, base, numbering.apply(block.html))
    return typed


def _prose(model: type[Any]) -> Callable[[Cleaned, Raw, str], Any]:
    return lambda _block, base, html: model(**base, html=html)


def _titled(model: type[Any]) -> Callable[[Cleaned, Raw, str], Any]:
    return lambda block, base, html: model(
        **base, title=block.value.get("title") or None, html=html
    )


def _table(block: Cleaned, base: Raw, html: str) -> schema.TableBlock:
    caption = (block.value.get("table") or {}).get("caption") or None
    return schema.TableBlock(**base, caption=caption, html=html)


def _image(block: Cleaned, base: Raw, _html: str) -> schema.ImageBlock:
    value, pk = block.value, block.value["image"]
    image = get_image_model().objects.filter(pk=pk).first()
    if image is None:
        raise FileMissing("image", pk)
    decorative, alt = bool(value.get("decorative")), (value.get("alt") or "").strip()
    if not (decorative or alt):
        raise AltMissing(image.title)
    return schema.ImageBlock(
        **base,
        src=published_path(image),
        alt="" if decorative else alt,
        decorative=decorative,
        caption=value.get("caption") or None,
        width=image.width,
        height=image.height,
        focal_point=focal_point_of(image),
        renditions=renditions_of(image),
    )


def _file_address(pk: int | None) -> str | None:
    if not pk:
        return None
    document = get_document_model().objects.filter(pk=pk).first()
    if document is None:
        raise FileMissing("document", pk)
    return published_path(document)


def _video(block: Cleaned, base: Raw, _html: str) -> schema.VideoBlock:
    value = block.value
    return schema.VideoBlock(
        **base,
        title=value.get("title") or None,
        src=value.get("url") or _file_address(value.get("file")) or "",
        captions=_file_address(value.get("captions")),
        transcript=_file_address(value.get("transcript")),
    )


def _document(block: Cleaned, base: Raw, _html: str) -> schema.DocumentBlock:
    value = block.value
    return schema.DocumentBlock(
        **base,
        title=value.get("title") or None,
        src=value.get("url") or _file_address(value.get("file")) or "",
    )


RENDERERS: dict[str, Callable[[Cleaned, Raw, str], Any]] = {
    "text": _prose(schema.TextBlock),
    "list": _prose(schema.ListBlock),
    "table": _table,
    "image": _image,
    "video": _video,
    "exercise": _titled(schema.ExerciseBlock),
    "facts": _titled(schema.FactsBlock),
    "warning": _titled(schema.WarningBlock),
    "links": _titled(schema.LinksBlock),
    "contact": _titled(schema.ContactBlock),
    "document": _document,
}


def table_html(value: Raw) -> str:
    """Typed table → <table>; headings are plain text, cells rich text."""
    table = value.get("table") or {"columns": [], "rows": []}
    head = "".join(
        f'<th scope="col">{escape(column.get("heading") or "", quote=False)}</th>'
        for column in table["columns"]
    )
    rows = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in table["rows"])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(row: Raw) -> Iterator[str]:
    for cell in row["values"]:
        yield f"<td>{cell or ''}</td>"
