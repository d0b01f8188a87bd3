"""Which anchors a safety edition touched, from two documents."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from content_models.editions.staleness import safety_changes

ANCHORS = st.dictionaries(st.sampled_from("abcde"), st.sampled_from("123"))


def document(anchors: dict[str, str]) -> str:
    return json.dumps({"anchors": anchors})


@given(ANCHORS, ANCHORS, st.dictionaries(st.sampled_from("abcxy"), st.integers(1, 6)))
def test_what_changed_or_went_is_touched_and_the_rest_remembered(
    before: dict[str, str], after: dict[str, str], known: dict[str, int]
) -> None:
    found = safety_changes(known, document(before), document(after), is_safety=True, sequence=7)
    touched = {name for name, sequence in found.items() if sequence == 7}
    assert touched == {name for name, content in before.items() if after.get(name) != content}
    assert {name: n for name, n in found.items() if n != 7} == {
        name: n for name, n in known.items() if name not in touched
    }


@given(ANCHORS, ANCHORS)
def test_other_changes_touch_nothing(before: dict[str, str], after: dict[str, str]) -> None:
    known = {"a": 3}
    assert (
        safety_changes(known, document(before), document(after), is_safety=False, sequence=7)
        == known
    )


def test_supplements_have_no_anchors() -> None:
    assert safety_changes({}, "{}", "{}", is_safety=True, sequence=7) == {}
    assert safety_changes({}, "", document({"a": "1"}), is_safety=True, sequence=7) == {}
