"""One block before and after: its kinds of change, and both sides marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from content_models.documents.comparison.facts import (
    differing_members,
    differing_names,
    fact,
    readable,
    texts,
)
from content_models.documents.comparison.fragments import unescaped
from content_models.documents.comparison.marking import marked
from content_models.documents.comparison.result import Block, Change, Fact, Move, Side, Text
from content_models.documents.comparison.sanitising import sanitised
from content_models.documents.comparison.state import BlockState, same

TITLED = {"title", "html"}
RENDERED: Mapping[str, set[str]] = {
    "text": {"html"},
    "list": {"html"},
    "table": {"caption", "html"},
    "image": {"alt", "caption"},
    "video": {"title"},
    "document": {"title"},
    "exercise": TITLED,
    "facts": TITLED,
    "warning": TITLED,
    "links": TITLED,
    "contact": TITLED,
}
"""The members of each type that its rendering shows with marks; all others become facts."""
SHOWN_ALONE = {"type", "id", "care_levels", "src", "decorative", "width", "height"} | {
    *("captions", "transcript"),
}
"""What the rendering of a block that stands alone shows besides."""
NOT_MEMBERS = {"type", "id", "care_levels", "html"}

CITATION = re.compile(r'<span class="citation">.*?</span>', re.DOTALL)
CITED = re.compile(r'<a href="#([^"]*?)(\d+)">(\d+)</a>')
ADDRESS = re.compile(r'<a href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of sources that are in both lists: before → after."""

    after: Mapping[int, int]

    def follow(self, html: str) -> str:
        """The earlier text as it would be if only these numbers had changed."""
        return CITATION.sub(lambda citation: CITED.sub(self._follow, citation[0]), html)

    def _follow(self, cited: re.Match[str]) -> str:
        number = int(cited[2])
        if cited[2] != cited[3] or number not in self.after:
            return cited[0]
        after = self.after[number]
        return f'<a href="#{cited[1]}{after}">{after}</a>'


def alone(block: BlockState, kind: Change | None, *, facts: tuple[Fact, ...] = ()) -> Block:
    """A block that stands on one side only, or that is the same on both."""
    side = _side(block, sanitised(block.html), _members(block))
    if kind is None:
        return Block(block.key, (), None, side)
    facts += tuple(_unforeseen(block, kind))
    before, after = (side, None) if kind is Change.REMOVED else (None, side)
    return Block(block.key, (kind,), before, after, facts)


def _unforeseen(block: BlockState, kind: Change) -> Iterable[Fact]:
    """What the block's type does not have, or its HTML if not all of it may be shown."""
    known = RENDERED.get(block.type)
    members = {} if known is None else block.members
    shown = SHOWN_ALONE | (known or set())
    if sanitised(block.html) != block.html:
        shown -= {"html"}
    sides = (members, {}) if kind is Change.REMOVED else ({}, members)
    return differing_members(*sides, leaving_out=shown)


def both(before: BlockState, after: BlockState, numbers: Numbers, move: Move | None) -> Block:
    """A block that stands on both sides."""
    kinds = tuple(_kinds(before, after, numbers, move))
    if not kinds:
        return alone(after, None)
    html = marked(before.html, after.html)
    old, new = _marked_members(before, after)
    rendered = _rendered(before, after)
    shown = {name for name in rendered - {"html"} if _shows(old.get(name), new.get(name))}
    facts = differing_members(before.members, after.members, leaving_out=shown | {"html"})
    if not same(before.members.get("html"), after.members.get("html")):
        is_shown = "html" in rendered and html.is_complete
        facts += tuple(_html_facts(before, after, is_shown=is_shown))
    return Block(
        after.key,
        kinds,
        _side(before, html.before, old),
        _side(after, html.after, new),
        facts,
        move,
    )


def _kinds(
    before: BlockState, after: BlockState, numbers: Numbers, move: Move | None
) -> Iterable[Change]:
    differ = set(differing_names(before.members, after.members))
    content = differ - {"care_levels"}
    if content == {"html"} and numbers.follow(before.html) == after.html:
        yield Change.RENUMBERED
    elif content:
        yield Change.CHANGED
    if "care_levels" in differ:
        yield Change.LEVELS
    if move:
        yield Change.MOVED


def _rendered(before: BlockState, after: BlockState) -> set[str]:
    if before.type != after.type:
        return set()
    return RENDERED.get(after.type, set())


def _shows(before: Text | None, after: Text | None) -> bool:
    """Whether the marks in two texts show that they differ."""
    sides = [text for text in (before, after) if text]
    return any(piece.is_changed for text in sides for piece in text.pieces)


def _html_facts(before: BlockState, after: BlockState, *, is_shown: bool) -> Iterable[Fact]:
    """The addresses of links that differ, and the code itself where marks cannot show all."""
    old, new = texts("addresses", _addresses(before.html), _addresses(after.html))
    if old != new:
        yield Fact("addresses", _changed_only(old), _changed_only(new))
    if not is_shown:
        yield fact("html", before.members.get("html"), after.members.get("html"))


def _changed_only(text: Text | None) -> Text | None:
    return text and replace(text, pieces=tuple(item for item in text.pieces if item.is_changed))


def _addresses(html: str) -> list[str]:
    return [unescaped(address) for address in ADDRESS.findall(CITATION.sub("", html))]


def _members(block: BlockState) -> dict[str, Text]:
    members = {name: readable(name, value) for name, value in block.members.items()}
    return {name: text for name, text in members.items() if text and name not in NOT_MEMBERS}


def _marked_members(
    before: BlockState, after: BlockState
) -> tuple[dict[str, Text], dict[str, Text]]:
    old, new = _members(before), _members(after)
    for name in {*old, *new}:
        left, right = texts(name, before.members.get(name), after.members.get(name))
        old |= {name: left} if left else {}
        new |= {name: right} if right else {}
    return old, new


def _side(block: BlockState, html: str, members: Mapping[str, Text]) -> Side:
    return Side(block.type, block.care_levels, html, members)
