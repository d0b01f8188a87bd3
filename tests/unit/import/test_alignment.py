"""New blocks get the ids of the old ones that they are."""

from __future__ import annotations

import importlib
import time
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

alignment = importlib.import_module("import.alignment")

Raw = dict[str, Any]
words = st.sampled_from([f"{letter} ord" for letter in "abcdefgh"])
documents = st.dictionaries(
    st.sampled_from(["utredning", "behandling", "rehab"]), st.lists(words, max_size=6), max_size=3
)


def raw(html: str, type: str = "text") -> Raw:
    return {"type": type, "value": {"html": html, "care_levels": []}}


def sections(document: dict[str, list[str]]) -> list[Raw]:
    return [
        {"type": "section", "value": {"section_id": id, "blocks": [raw(text) for text in texts]}}
        for id, texts in document.items()
    ]


def pairs(aligned: list[Raw]) -> list[tuple[str, str]]:
    return [
        (block["value"]["html"], block["id"])
        for section in aligned
        for block in section["value"]["blocks"]
    ]


@settings(max_examples=50)
@given(documents, documents)
def test_ids_are_unique_and_unchanged_blocks_keep_theirs(
    before: dict[str, list[str]], after: dict[str, list[str]]
) -> None:
    old = alignment.align_sections(sections(before), [])
    new = alignment.align_sections(sections(after), old)

    ids = [id for _text, id in pairs(new)] + [section["id"] for section in new]
    assert len(set(ids)) == len(ids)
    assert None not in ids
    once = [text for text, n in Counter(text for text, _id in pairs(old)).items() if n == 1]
    kept = dict(pairs(old))
    for text, id in pairs(new):
        if text in once and [t for t, _ in pairs(new)].count(text) == 1:
            assert id == kept[text]
    held = {section["value"]["section_id"]: section["id"] for section in old}
    for section in new:
        assert section["id"] == held.get(section["value"]["section_id"], section["id"])


@settings(max_examples=30)
@given(documents)
def test_the_same_again_is_the_same(document: dict[str, list[str]]) -> None:
    old = alignment.align_sections(sections(document), [])

    assert alignment.align_sections(sections(document), old) == old


def test_an_edited_block_of_another_type_is_another_block() -> None:
    (old,) = alignment.align_blocks([raw("Text.")], [])
    (new,) = alignment.align_blocks([raw("Text.", "warning")], [old])

    assert new["id"] != old["id"]


def test_of_two_edited_and_one_removed_the_likest_are_paired() -> None:
    old = alignment.align_blocks([raw("ett två"), raw("tre fyra fem"), raw("sex sju")], [])
    new = alignment.align_blocks([raw("tre fyra åtta"), raw("sex nio")], old)

    assert [block["id"] for block in new] == [old[1]["id"], old[2]["id"]]


def test_three_thousand_equal_blocks_are_aligned_in_seconds() -> None:
    old = alignment.align_blocks([raw("x")] * 3000, [])
    changed = [raw("y"), *[raw("x")] * 2998, raw("z")]
    started = time.process_time()

    new = alignment.align_blocks(changed, old)

    assert len({block["id"] for block in new}) == 3000
    assert time.process_time() - started < 20
