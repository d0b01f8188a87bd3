"""Members that differ, as readable text; those that nobody foresaw as their JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from content_models.documents.comparison.result import Fact, Piece, Text
from content_models.documents.comparison.sequences import in_common
from content_models.documents.comparison.state import Members, same, written
from content_models.documents.comparison.words import marked_texts

MISSING = object()


def differing_members(
    before: Members, after: Members, *, leaving_out: Iterable[str] = ()
) -> tuple[Fact, ...]:
    """A fact for each member that differs, in the later document's order."""
    left_out = set(leaving_out)
    return tuple(
        fact(name, before.get(name, MISSING), after.get(name, MISSING))
        for name in differing_names(before, after)
        if name not in left_out
    )


def differing_names(before: Members, after: Members) -> list[str]:
    return [
        name
        for name in {**after, **before}
        if not _same(before.get(name, MISSING), after.get(name, MISSING))
    ]


def fact(name: str, before: Any, after: Any) -> Fact:
    """The two values as texts, marked where they differ."""
    old, new = texts(name, before, after)
    if old == new:
        old, new = _as_json(before), _as_json(after)
    return Fact(name, old, new)


def texts(name: str, before: Any, after: Any) -> tuple[Text | None, Text | None]:
    """None for a value that is null or missing."""
    if isinstance(before, list) and isinstance(after, list):
        return _lists(before, after)
    old, new = readable(name, before), readable(name, after)
    if old is None or new is None or old.is_list or new.is_list:
        return _wholly(old), _wholly(new)
    left, right = marked_texts(str(old), str(new))
    return Text(left), Text(right)


def readable(name: str, value: Any) -> Text | None:
    """A value with nothing marked."""
    if value is None or value is MISSING:
        return None
    if isinstance(value, list):
        return Text(tuple(Piece(_item(item)) for item in value), is_list=True)
    if name == "ages" and isinstance(value, dict) and set(value) == {"min", "max"}:
        return _plain(f"{value['min']}–{value['max']}")
    return _plain(_item(value))


def opened(members: Members, *names: str) -> dict[str, Any]:
    """Objects among the members as members of their own: `anchor` → `anchor.section` …"""
    result: dict[str, Any] = {}
    for name, value in members.items():
        if name in names and isinstance(value, Mapping):
            result |= {f"{name}.{inner}": item for inner, item in value.items()}
        else:
            result[name] = value
    return result


def _same(before: Any, after: Any) -> bool:
    if before is MISSING or after is MISSING:
        return before is after
    return same(before, after)


def _item(value: Any) -> str:
    """An object of texts, such as a card, is its texts with marks between."""
    if isinstance(value, dict) and all(
        text is None or isinstance(text, str) for text in value.values()
    ):
        return " · ".join(text for text in value.values() if text)
    return value if isinstance(value, str) else written(value)


def _plain(text: str) -> Text:
    return Text((Piece(text),) if text else ())


def _wholly(text: Text | None) -> Text | None:
    if text is None:
        return None
    return Text(tuple(Piece(piece.text, is_changed=True) for piece in text.pieces), text.is_list)


def _as_json(value: Any) -> Text | None:
    """Shows even that a member is null and not missing."""
    return None if value is MISSING else _wholly(_plain(written(value)))


def _lists(before: list[Any], after: list[Any]) -> tuple[Text, Text]:
    old, new = [_item(item) for item in before], [_item(item) for item in after]
    pairs = in_common(old, new)
    return (
        Text(tuple(_items(old, {i for i, _j in pairs})), is_list=True),
        Text(tuple(_items(new, {j for _i, j in pairs})), is_list=True),
    )


def _items(items: list[str], unchanged: set[int]) -> Iterator[Piece]:
    for index, item in enumerate(items):
        yield Piece(item, is_changed=index not in unchanged)
