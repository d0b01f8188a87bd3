"""An article with every block type, as Wagtail stores it."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from tests.factories.published import Raw, section, text
from tests.integration.import_content.content import picture


def block(kind: str, **value: Any) -> Raw:
    return {"type": kind, "id": str(uuid.uuid4()), "value": {"care_levels": [], **value}}


def image() -> Any:
    file = ImageFile(ContentFile(picture("red"), name="oga.png"), name="oga.png")
    return get_image_model().objects.create(title="Ögat", file=file)


def document(name: str = "rad.txt") -> Any:
    file = ContentFile(name.encode(), name=name)
    return get_document_model().objects.create(title=name, file=file)


def cell_table() -> Raw:
    def row(*cells: str) -> Any:
        return {"values": [f"<p>{cell}</p>" for cell in cells]}

    columns = [{"type": "text", "heading": heading} for heading in ("Läkemedel", "Dos")]
    table = {
        "columns": columns,
        "rows": [row("Alfa", "<b>5</b> mg"), row("Beta", "samma"), row("Gamma", "samma")],
        "caption": "Doser",
    }
    return block("table", table=table)


def sections() -> list[Raw]:
    link = '<p>Läs <a href="https://example.org/sv">mer här</a>.[^a]</p><p>Andra stycket.</p>'
    return [
        section(
            "utredning",
            text(link),
            block("list", html="<ul><li>Ett</li><li>Två &lt; tre &amp; fyra</li></ul>"),
            cell_table(),
            block("image", image=image().pk, alt="Ett öga", decorative=False, caption="Öga"),
            title="Utredning",
        ),
        section(
            "behandling",
            block("video", title="Film", url="https://example.org/film", file=None),
            block("exercise", title="Övning", html="<p>Blunda.</p>"),
            block("facts", title="Fakta", html="<p>Ett faktum.</p>"),
            block("warning", title="Varning", html="<p>Se upp.</p>"),
            block("links", title="Länkar", html="<ul><li>Länk</li></ul>"),
            block("contact", title="Kontakt", html="<p>Ring.</p>"),
            block("document", title="Blankett", url="", file=document().pk),
            title="Behandling",
        ),
    ]
