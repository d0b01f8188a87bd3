"""Parsed values → the canonical Markdown file that says the same; pure.

`parse(render(source))` equals `source` but for lines and path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from itertools import groupby

from .source import (
    Approved,
    ArticleSource,
    Block,
    Card,
    QuickLink,
    Reference,
    Section,
    Source,
    SupplementSource,
    SupplementsSource,
)

_PLAIN = re.compile(r"\w[\w ./()-]*")
_TYPED = re.compile(r"[\d._-]+|y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
"""Plain text that another YAML reader would take for a number, a date or a truth value."""
_TITLE_MARKUP = re.compile(r"([\\`*_\[\]<&{#!|~])")
_SEPARATOR = "<!-- -->"


def render(source: Source) -> str:
    """The file for one article in one language, or one region's supplements to it."""
    if isinstance(source, ArticleSource):
        members = _article_members(source)
        body = [*_sections(source.sections), *_definitions(source.references)]
    else:
        members = _supplement_members(source)
        cited = (one for supplement in source.supplements for one in supplement.references)
        body = [*_supplements(source.supplements), *_definitions(cited)]
    return "\n".join(["---", *members, "---", "\n\n".join(body)]).rstrip("\n") + "\n"


def _article_members(source: ArticleSource) -> Iterator[str]:
    yield f"kind: {source.kind}"
    yield f"key: {_scalar(source.key)}"
    yield f"language: {source.language}"
    yield f"title: {_scalar(source.title)}"
    yield from _member("summary", source.summary)
    yield from _list("diagnosis_codes", source.diagnosis_codes)
    yield from _member("programme_area", source.programme_area)
    yield from _list("care_levels", source.care_levels)
    yield from _approval(source.approved, source.review_by)
    yield from _member("counterpart", source.counterpart)
    yield from _list("keywords", source.keywords)
    if source.ages:
        yield f"ages: {{min: {source.ages.min}, max: {source.ages.max}}}"
    yield from _member("reading", source.reading)
    yield from _member("perspective", source.perspective)
    yield from _list("adaptations", source.adaptations)
    yield from _own_members(source)
    yield from _change(source.change_class, source.change_note)


def _own_members(source: ArticleSource) -> Iterator[str]:
    """What only news and start pages have."""
    yield from _member("audience", source.audience)
    yield from _moment("show_from", source.show_from)
    yield from _moment("show_until", source.show_until)
    yield from _member("search_prompt", source.search_prompt)
    yield from _objects("quick_links", source.quick_links)
    yield from _objects("cards", source.cards)


def _moment(name: str, moment: datetime | None) -> Iterator[str]:
    if moment:
        yield f"{name}: {moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _objects(name: str, objects: Sequence[QuickLink | Card]) -> Iterator[str]:
    if objects:
        yield f"{name}:"
    for one in objects:
        members = (f"{key}: {_quotes(value)}" for key, value in asdict(one).items() if value)
        yield f"  - {{{', '.join(members)}}}"


def _supplement_members(source: SupplementsSource) -> Iterator[str]:
    yield "kind: supplement"
    yield f"article: {_scalar(source.article)}"
    yield f"language: {source.language}"
    yield f'region: "{source.region}"'
    yield from _approval(source.approved, source.review_by)
    if source.valid_until:
        yield f"valid_until: {source.valid_until}"
    yield from _change(source.change_class, source.change_note)


def _member(name: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"{name}: {_scalar(value)}"


def _list(name: str, values: Iterable[str]) -> Iterator[str]:
    written = ", ".join(_scalar(value) for value in values)
    if written:
        yield f"{name}: [{written}]"


def _approval(approved: Approved | None, review_by: date | None) -> Iterator[str]:
    if approved:
        yield f"approved: {{date: {approved.date}, by: {_scalar(approved.by)}}}"
    if review_by:
        yield f"review_by: {review_by}"


def _change(change_class: str, change_note: str) -> Iterator[str]:
    yield f"change_class: {change_class}"
    yield from _member("change_note", change_note)


def _scalar(value: str) -> str:
    plain = _PLAIN.fullmatch(value) and not _TYPED.fullmatch(value) and value.isprintable()
    return value if plain else _quotes(value)


def _quotes(value: str) -> str:
    return '"' + "".join(_quoted(letter) for letter in value) + '"'


def _quoted(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"


def _sections(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.title:
            title = _TITLE_MARKUP.sub(r"\\\1", section.title)
            yield f"{'#' * section.level} {title} {{#{section.id}}}"
        yield from _blocks(section.blocks)


def _supplements(supplements: Sequence[SupplementSource]) -> Iterator[str]:
    for supplement in supplements:
        after = f" after={supplement.after}" if supplement.after else ""
        levels = (
            f" care_levels={','.join(supplement.care_levels)}" if supplement.care_levels else ""
        )
        opening = f"::: supplement at={supplement.at}{after} id={supplement.id}{levels}"
        yield "\n".join([opening, "\n\n".join(_blocks(supplement.blocks)), ":::"])


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """The blocks' own Markdown, those of one care level in a row inside one container."""
    for care_levels, group in groupby(blocks, key=lambda block: block.care_levels):
        text = "\n\n".join(_separated(list(group)))
        yield f"::: {care_levels[0]}\n{text}\n:::" if care_levels else text


def _separated(blocks: Sequence[Block]) -> Iterator[str]:
    """The blocks' Markdown, with a comment where two would otherwise become one."""
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before and _would_join(before, block):
            yield _SEPARATOR
        yield block.source


def _would_join(before: Block, block: Block) -> bool:
    both_lists = before.type == block.type == "list"
    return both_lists or block.source.startswith((" ", "\t"))


def _definitions(references: Iterable[Reference]) -> Iterator[str]:
    yield from dict.fromkeys(reference.source for reference in references)
