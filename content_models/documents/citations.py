"""Numbered citations: `[^label]` in the text → `[1, 3]`, numbered by the order of first citing.

In stored text, outside <code> and <pre>, a run of n backslashes before `[^` stands for n // 2
backslashes of text; after an odd number `[^` is text too, after an even one `[^label]` cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

TAG = re.compile(r"""(<(?:"[^"]*"|'[^']*'|[^'">])*>)""")
MARK = re.compile(r"(?P<slashes>\\*)\[\^(?:(?P<label>[\w.-]+)\])?")
VERBATIM = re.compile(r"^<(/?)(?:code|pre)\b", re.IGNORECASE)


class DanglingCitation(ValueError):
    """A citation of a label that no reference has."""

    def __init__(self, label: str) -> None:
        super().__init__(f"[^{label}] cites a reference that is not in the list")
        self.label = label


def cited_labels(html: str) -> Iterator[str]:
    """The labels that an HTML fragment cites, in order, with repeats."""
    for text, is_prose in _pieces(html):
        if is_prose:
            yield from (label for _before, label in _citations(text) if label)


def number_references(fragments: Iterable[str], labels: Iterable[str]) -> dict[str, int]:
    """Label → number: cited ones by first citing, then the uncited in their own order.

    Raises DanglingCitation.
    """
    known = list(labels)
    order: dict[str, int] = {}
    for fragment in fragments:
        for label in cited_labels(fragment):
            if label not in known:
                raise DanglingCitation(label)
            order.setdefault(label, len(order) + 1)
    for label in known:
        order.setdefault(label, len(order) + 1)
    return order


def resolve(html: str, numbers: dict[str, int], *, prefix: str) -> str:
    """Replace citations with links to `#{prefix}{number}`; neighbours share one bracket."""
    if "[^" not in html:
        return html
    return "".join(
        _resolve_prose(text, numbers, prefix) if is_prose else text
        for text, is_prose in _pieces(html)
    )


def _resolve_prose(text: str, numbers: dict[str, int], prefix: str) -> str:
    result: list[str] = []
    neighbours: list[str] = []

    def close() -> None:
        if neighbours:
            links = ", ".join(
                f'<a href="#{prefix}{numbers[label]}">{numbers[label]}</a>' for label in neighbours
            )
            result.append(f'<span class="citation">[{links}]</span>')
            neighbours.clear()

    for before, label in _citations(text):
        if not (neighbours and label and before in ("", " ")):
            close()
            result.append(before)
        if label:
            neighbours.append(label)
    close()
    return "".join(result)


def _citations(text: str) -> Iterator[tuple[str, str | None]]:
    """(text before, label) for each citation, then the text that is left with no label."""
    before, place = "", 0
    for mark in MARK.finditer(text):
        before += text[place : mark.start()]
        slashes, is_literal = divmod(len(mark["slashes"]), 2)
        before += "\\" * slashes
        place = mark.end()
        if mark["label"] and not is_literal:
            yield before, mark["label"]
            before = ""
        else:
            before += mark[0][len(mark["slashes"]) :]
    yield before + text[place:], None


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Split into tags and text; the flag says whether it is prose where citations count."""
    verbatim = 0
    for index, piece in enumerate(TAG.split(html)):
        if index % 2 == 0:
            yield piece, verbatim == 0
            continue
        edge = VERBATIM.match(piece)
        if edge:
            verbatim = max(0, verbatim + (-1 if edge[1] else 1))
        yield piece, False
