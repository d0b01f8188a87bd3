"""What the import stores, the editor can open and give back."""

from __future__ import annotations

import importlib

import pytest

from content_models.blocks.prose import ListTextBlock, TextBlock
from content_models.documents.markup import clean, content_hash

parse = importlib.import_module("import.parse").parse
streams = importlib.import_module("import.streams")

MARKDOWN = {
    "hard break": "ett\\\ntvå",
    "two paragraphs in a quote": "> ett\n>\n> två",
    "break in a quote": "> ett\\\n> två",
    "loose list": "- ett\n\n- två",
    "paragraphs in an item": "- ett\n\n  mer\n- två",
    "nested list": "- ett\n  - inre\n- två",
    "loose nested list": "- ett\n\n  - inre\n\n- två",
    "heading": "##### Fem",
    "bold and italic": "***ett*** **två *tre***",
    "inert text": "AT&T < 5 > 3 &amp; <b>x</b> \\*inte\\* `a<b`",
    "links": "[ett](https://a.se/?x=1&y=2) [ring](tel:112) <a@b.se>",
    "unbroken space": "130\u00a0000",
}


@pytest.mark.parametrize("markdown", MARKDOWN.values(), ids=MARKDOWN)
def test_opening_and_saving_changes_nothing_that_readers_see(markdown: str) -> None:
    html = _stored(markdown)

    assert _hash(_saved(html)) == _hash(html)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("> ett\n>\n> två", "<blockquote>ett<br/><br/>två</blockquote>"),
        ("- ett\n\n  mer", "<ul><li>ett<br/>mer</li></ul>"),
        ("> - ett", "<blockquote><ul><li>ett</li></ul></blockquote>"),
    ],
)
def test_what_is_stored(markdown: str, html: str) -> None:
    assert _stored(markdown).replace("\n", "") == html


def _stored(markdown: str) -> str:
    front = "---\nkind: knowledge-support\nkey: a\ntitle: A\n---\n"
    (section,) = parse(f"{front}{markdown}\n".encode(), path="a.md").sections
    (block,) = streams.stored_blocks(section.blocks, {})
    return str(block["value"]["html"])


def _saved(html: str) -> str:
    block = (ListTextBlock if html.startswith(("<ul", "<ol")) else TextBlock)().child_blocks["html"]
    shown = block.field.widget.format_value(block.value_for_form(block.to_python(html)))
    return str(block.field.widget.value_from_datadict({"x": shown}, {}, "x"))


def _hash(html: str) -> str:
    return content_hash(clean(html, resolve_link=lambda *_: None))
