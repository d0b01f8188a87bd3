"""Documents as editions hold them, made without a database."""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]
FIELDS: dict[str, Json] = {
    "table": {"caption": None, "html": "<table></table>"},
    "image": {
        "src": "/media/published/a.png",
        "alt": "Ett öga",
        "decorative": False,
        "caption": None,
        "width": 640,
        "height": 480,
    },
    "video": {"title": None, "src": "/media/a.mp4", "captions": None, "transcript": None},
    "document": {"title": None, "src": "/media/a.pdf"},
}
"""The members of blocks that do not only have a text."""


def block(id: str, html: str = "<p>Ett stycke.</p>", *, type: str = "text", **members: Any) -> Json:
    own = FIELDS.get(type, {"html": html})
    return {"id": id, "care_levels": [], "type": type, **own, **members}


def section(id: str, *blocks: Json, title: str = "Utredning", level: int = 2) -> Json:
    return {"id": id, "title": title, "level": level, "care_levels": [], "blocks": list(blocks)}


def article(*sections: Json, references: tuple[str, ...] = (), **members: Any) -> str:
    """A knowledge support's document as JSON."""
    document = {
        "format": 1,
        "part": "katarakt/sv",
        "key": "katarakt",
        "kind": "knowledge-support",
        "audience": "staff",
        "language": "sv",
        "title": "Katarakt",
        "summary": "Grå starr.",
        "diagnosis_codes": ["H25"],
        "programme_area": "Ögonsjukdomar",
        "care_levels": ["primary", "specialised"],
        "ages": None,
        "reading": None,
        "perspective": None,
        "adaptations": [],
        "keywords": [],
        "counterpart": None,
        "review_by": "2027-05-14",
        "sections": list(sections),
        "references": _numbered(references),
        "anchors": {},
    }
    return json.dumps({**document, **members}, ensure_ascii=False)


def supplement(*blocks: Json, references: tuple[str, ...] = (), **members: Any) -> str:
    """A supplement's document as JSON."""
    anchor = {"section": "utredning", "block": None, "hash": "0123456789abcdef", "quote": "Mät"}
    document = {
        "format": 1,
        "part": "katarakt/sv/skane/1",
        "article": "katarakt",
        "language": "sv",
        "region": "skane",
        "id": "1",
        "position": 1,
        "anchor": anchor,
        "care_levels": None,
        "review_by": None,
        "blocks": list(blocks),
        "references": _numbered(references),
    }
    return json.dumps({**document, **members}, ensure_ascii=False)


def cited(*numbers: int) -> str:
    """A citation as it is rendered."""
    links = ", ".join(f'<a href="#ref-{number}">{number}</a>' for number in numbers)
    return f'<span class="citation">[{links}]</span>'


def _numbered(references: tuple[str, ...]) -> list[Json]:
    return [{"number": number, "html": html} for number, html in enumerate(references, start=1)]
