"""Nothing that differs between two documents is hidden, whatever they hold."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from content_models.documents.comparison import Block, Change, Comparison, Side, compare
from content_models.documents.comparison.sanitising import sanitised
from tests.factories.documents import FIELDS, Json, article, block, section, supplement

LEVELS = st.sampled_from([[], ["primary"], ["specialised"], ["primary", "specialised"]])
TEXTS = st.sampled_from(["", "Ge 5 mg", "Ge 50 mg", "<b>x</b>", "Ögon & öron", "Ge  5 mg"])
HTML = st.sampled_from(
    [
        *("", "<p>Ge 5 mg.</p>", "<p>Ge 50 mg.</p>", "<p>Ge <strong>5</strong> mg.</p>"),
        *("<ul><li>A</li></ul>", "<ol><li>A</li></ol>", "<p>A</p><p>b</p>", "<p>A b</p>", "<hr>"),
        '<p>A<span class="citation">[<a href="#ref-1">1</a>]</span></p>',
        '<p>A<span class="citation">[<a href="#ref-2">2</a>]</span></p>',
        "<table><tbody><tr><td>5 mg</td><td></td></tr></tbody></table>",
    ]
)
KEYS = st.sampled_from("abcd")
NOTHING = st.none()


def own_members(kind: str) -> st.SearchStrategy[Json]:
    names = FIELDS.get(kind, {"title": None, "html": ""})
    values = {
        **dict.fromkeys(("html",), HTML),
        **dict.fromkeys(("title", "caption", "captions", "transcript"), st.one_of(NOTHING, TEXTS)),
        **dict.fromkeys(("alt", "src"), TEXTS),
        **dict.fromkeys(("width", "height"), st.integers(1, 3)),
        "decorative": st.booleans(),
    }
    return st.fixed_dictionaries({name: values[name] for name in names})


@st.composite
def blocks(draw: st.DrawFn) -> Json:
    kind = draw(st.sampled_from(["text", "list", "table", "image", "video", "document", "warning"]))
    members = draw(own_members(kind))
    return block(draw(KEYS), type=kind, **{**members, "care_levels": draw(LEVELS)})


@st.composite
def sections(draw: st.DrawFn) -> Json:
    inner = draw(st.lists(blocks(), max_size=3))
    return section(draw(KEYS), *inner, title=draw(TEXTS), level=draw(st.sampled_from([2, 3])))


REFERENCES = st.lists(st.sampled_from(["En.", "Två.", "Tre <em>x</em>"]), max_size=3).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        levels = draw(st.one_of(NOTHING, LEVELS))
        inner = draw(st.lists(blocks(), max_size=3))
        return supplement(*inner, references=draw(REFERENCES), care_levels=levels)
    return article(
        *draw(st.lists(sections(), max_size=3)),
        references=draw(REFERENCES),
        title=draw(TEXTS),
        diagnosis_codes=draw(st.lists(st.sampled_from(["H25", "H26"]), max_size=2)),
        ages=draw(st.one_of(NOTHING, st.just({"min": 6, "max": 12}))),
        anchors=draw(st.sampled_from([{}, {"a": "1"}])),
    )


CARE_LEVELS = st.sampled_from([None, "primary", "specialised"])


def all_blocks(comparison: Comparison) -> Iterator[Block]:
    for part in comparison.sections:
        yield from part.blocks


def numbers(comparison: Comparison) -> list[int]:
    """The number of everything that is shown as a change."""
    found = [fact.number for fact in (*comparison.facts, *comparison.technical)]
    found += [comparison.renumbering, *(source.number for source in comparison.references)]
    found += [comparison.elsewhere.number] if comparison.elsewhere else []
    for part in comparison.sections:
        found += [part.number, *(item.number for item in part.blocks)]
    return sorted(number for number in found if number is not None)


def unmarked(side: Side) -> str:
    return re.sub(r"</?(?:ins|del)\b[^>]*>", "", side.html)


@given(documents(), CARE_LEVELS)
@settings(max_examples=40)
def test_a_document_is_the_same_as_itself(document: str, care_level: str | None) -> None:
    found = compare(document, document, care_level=care_level)

    assert found.is_same
    assert found.count == 0
    assert not numbers(found)
    assert all(item.is_same for item in all_blocks(found))


@given(documents(), documents(), CARE_LEVELS)
@settings(max_examples=50)
def test_documents_that_differ_show_a_change(
    before: str, after: str, care_level: str | None
) -> None:
    found = compare(before, after, care_level=care_level)

    assert found.is_same == (before == after)
    assert numbers(found) == list(range(1, found.count + 1))
    assert bool(found.count) == (before != after)


@given(documents(), documents())
@settings(max_examples=50)
def test_every_block_stands_on_its_sides_as_it_was_and_is(before: str, after: str) -> None:
    shown = {item.key: item for item in all_blocks(compare(before, after)) if item.side}

    for document, which in ((before, "before"), (after, "after")):
        for key, stored in keyed(document):
            item = shown[key]
            side = getattr(item, which) or item.after
            assert unmarked(side) == sanitised(str(stored.get("html", "")))
            assert list(side.care_levels) == stored["care_levels"] or Change.LEVELS in item.kinds


def keyed(document: str) -> Iterator[tuple[str, Json]]:
    """The first block of each id."""
    seen: set[str] = set()
    parsed = json.loads(document)
    for part in parsed.get("sections", [parsed]):
        for stored in part.get("blocks", []):
            if stored["id"] not in seen:
                seen.add(stored["id"])
                yield stored["id"], stored


@given(documents(), documents(), st.sampled_from(["primary", "specialised"]))
@settings(max_examples=50)
def test_no_block_of_another_care_level_is_shown(before: str, after: str, care_level: str) -> None:
    found = compare(before, after, care_level=care_level)

    for item in all_blocks(found):
        for side in (item.before, item.after):
            assert side is None or not side.care_levels or care_level in side.care_levels


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to all values that hold no others."""
    inner: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    paths = [found for name, item in inner for found in leaves(item, (*path, name))]
    yield from paths or [path]


def with_leaf(document: str, path: tuple[Any, ...], value: Any) -> str:
    changed = copy.deepcopy(json.loads(document))
    holder = changed
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    return json.dumps(changed, ensure_ascii=False)


RICH = article(
    section(
        "a",
        block("1", "<p>Ge 5 mg.</p>"),
        *(block(kind, type=kind) for kind in FIELDS),
        block("2", "<p>Ring.</p>", type="contact", title="Kontakt"),
    ),
    references=("En.", "Två."),
    ages={"min": 6, "max": 12},
    anchors={"1": "x"},
)
PLACED = supplement(block("1"), references=("En.",))


@given(st.data(), st.sampled_from([RICH, PLACED]), st.sampled_from(["~", 7, True, "<b>~</b>"]))
@settings(max_examples=50)
def test_any_single_value_that_differs_is_shown(
    data: st.DataObject, document: str, value: Any
) -> None:
    paths = list(leaves(json.loads(document)))
    path = data.draw(st.sampled_from(paths))
    changed = with_leaf(document, path, value)

    for pair in ((document, changed), (changed, document)):
        found = compare(*pair)
        assert not found.is_same
        assert found.count
        assert found.facts or found.technical or not_same(found)


def not_same(found: Comparison) -> bool:
    """Whether a part is told to differ, and shows in what."""
    changed = [item for item in all_blocks(found) if not item.is_same]
    return (
        any(part.kinds for part in found.sections)
        or any(source.kinds for source in found.references)
        or any(is_seen(item) for item in changed)
    )


def is_seen(item: Block) -> bool:
    sides = [side for side in (item.before, item.after) if side]
    marks = any(re.search("<(ins|del)", side.html) for side in sides)
    pieces = any(
        piece.is_changed
        for side in sides
        for text in side.members.values()
        for piece in text.pieces
    )
    return bool(item.facts) or marks or pieces or Change.CHANGED not in item.kinds
