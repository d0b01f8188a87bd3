"""One case for each type of block: its Markdown, and what the API gives of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.integration.import_content.content import picture

FILES = {
    "bild.png": picture(size=(500, 250)),
    "film.mp4": b"film",
    "text.vtt": b"WEBVTT",
    "ord.txt": b"ord",
    "blad.pdf": b"%PDF-1.4",
}
HELD = object()
"""A copy of a file, by an address of its content."""


@dataclass(frozen=True)
class Case:
    """`given` without `type`, `id` and `care_levels`."""

    type: str
    markdown: str
    given: dict[str, Any] = field(default_factory=dict)


def _box(name: str) -> list[Case]:
    words = "<p>Ett <strong>ord</strong>.</p>\n<ul>\n<li>En punkt</li>\n</ul>"
    inside = "Ett **ord**.\n\n- En punkt\n:::"
    return [
        Case(name, f'::: {name} title="En \\"rubrik\\""\n{inside}', _said(words, 'En "rubrik"')),
        Case(name, f"::: {name}\n{inside}", _said(words, None)),
    ]


def _said(html: str, title: str | None) -> dict[str, Any]:
    return {"title": title, "html": html}


CASES = [
    Case(
        "text",
        "Text med *kursiv*, `kod` och [länk](https://example.org/?a=1&b=2) & < tecken.",
        {
            "html": "<p>Text med <em>kursiv</em>, <code>kod</code> och "
            '<a href="https://example.org/?a=1&amp;b=2">länk</a> &amp; &lt; tecken.</p>'
        },
    ),
    Case("text", "#### Underrubrik", {"html": "<h4>Underrubrik</h4>"}),
    Case("text", "> Citerat.", {"html": "<blockquote>Citerat.</blockquote>"}),
    Case(
        "list",
        "1. Ett\n   - Under\n2. Två",
        {"html": "<ol>\n<li>Ett\n<ul>\n<li>Under</li>\n</ul>\n</li>\n<li>Två</li>\n</ol>"},
    ),
    Case(
        "table",
        "| Läkemedel | Dos |\n| --- | --- |\n| Alfa | **5** mg |",
        {
            "caption": None,
            "html": '<table><thead><tr><th scope="col">Läkemedel</th><th scope="col">Dos</th></tr>'
            "</thead><tbody><tr><td>Alfa</td><td><strong>5</strong> mg</td></tr></tbody></table>",
        },
    ),
    Case(
        "image",
        '![Ett öga](bild.png "Ögat")',
        {
            "src": HELD,
            "alt": "Ett öga",
            "decorative": False,
            "caption": "Ögat",
            "width": 500,
            "height": 250,
            "focal_point": None,
            "renditions": [{"src": HELD, "width": 480, "height": 240}],
        },
    ),
    Case(
        "image",
        "![](bild.png)",
        {
            "src": HELD,
            "alt": "",
            "decorative": True,
            "caption": None,
            "width": 500,
            "height": 250,
            "focal_point": None,
            "renditions": [{"src": HELD, "width": 480, "height": 240}],
        },
    ),
    Case(
        "video",
        '::: video src=film.mp4 captions=text.vtt transcript=ord.txt title="Filmen"\n:::',
        {"title": "Filmen", "src": HELD, "captions": HELD, "transcript": HELD},
    ),
    Case(
        "video",
        "::: video src=https://example.org/film\n:::",
        {
            "title": None,
            "src": "https://example.org/film",
            "captions": None,
            "transcript": None,
        },
    ),
    Case("document", "::: document src=blad.pdf\n:::", {"title": None, "src": HELD}),
    Case(
        "document",
        '::: document src=https://example.org/a.pdf title="Blad"\n:::',
        {"title": "Blad", "src": "https://example.org/a.pdf"},
    ),
    *(case for name in ("facts", "warning", "exercise", "links", "contact") for case in _box(name)),
]
