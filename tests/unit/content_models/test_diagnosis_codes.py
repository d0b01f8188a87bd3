"""The hierarchy of diagnosis codes follows from the codes; a malformed list says where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_models.taxonomies.diagnosis import normalise_code
from content_models.taxonomies.diagnosis_import import (
    MalformedCodeList,
    parents_of,
    positions_of,
    read_codes,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("H25", ("H25", "")),
        ("h251", ("H25.1", "")),
        ("H25.1", ("H25.1", "")),
        ("H26.9W", ("H26.9W", "")),
        (" H28* ", ("H28", "*")),
        ("A17.0†", ("A17.0", "†")),
        ("A17.0+", ("A17.0", "+")),
        ("H25-P", ("H25-P", "")),
        ("H00-H59", ("H00-H59", "")),
    ],
)
def test_ways_to_write_a_code(text: str, code: tuple[str, str]) -> None:
    assert normalise_code(text) == code


@pytest.mark.parametrize(
    "text", ["", "H", "H2", "25", "H25.", "H25.123", "Ö25", "H25--P", "H28-H25", "H٢٥"]
)
def test_what_is_not_a_code(text: str) -> None:
    assert normalise_code(text) is None


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["H25\tStarr", "H26 Annan starr"], "2: expected code<TAB>title"),
        (["H25\t "], "1: expected code<TAB>title"),
        (["", "", "hej\tStarr"], "3: “hej” is not a diagnosis code"),
        (["H28-H25\tBakvänt"], "1: “H28-H25” is not a diagnosis code"),
        (["H25.1\tEtt", "H251\tTvå"], "2: H25.1 stands twice"),
        (["H25\t" + "x" * 501], "1: the title is longer than 500 characters"),
        (["H25\tSta\x00rr"], "1: the title holds a control character"),
    ],
)
def test_a_malformed_list_names_its_line(lines: list[str], message: str) -> None:
    with pytest.raises(MalformedCodeList, match=message.replace("(", r"\(")):
        read_codes(lines)


CODES = ["H00-H59", "H25-H28", "H25-P", "H25.1", "H26", "H26.9", "H26.9W", "H40.1", "B12", "H28.0"]


def test_parents_and_the_ones_that_are_missing() -> None:
    assert parents_of(CODES) == {
        "H00-H59": None,
        "H25-H28": "H00-H59",
        "H25": "H25-H28",
        "H25-P": "H25",
        "H25.1": "H25",
        "H26": "H25-H28",
        "H26.9": "H26",
        "H26.9W": "H26.9",
        "H40": "H00-H59",
        "H40.1": "H40",
        "H28": "H25-H28",
        "H28.0": "H28",
        "B12": None,
    }


@given(st.permutations(CODES), st.sets(st.sampled_from(CODES)))
def test_the_order_of_the_file_does_not_matter(order: list[str], without: set[str]) -> None:
    codes = [code for code in order if code not in without]
    parents = parents_of(codes)
    assert positions_of(parents) == positions_of(parents_of(sorted(codes)))
    positions = positions_of(parents)
    for code, parent in parents.items():
        path, depth, _children = positions[code]
        above = positions[parent] if parent else ("", 0, 0)
        assert path.startswith(above[0])
        assert depth == above[1] + 1
    for code, (path, depth, children) in positions.items():
        beneath = [
            other
            for other, place in positions.items()
            if place[0].startswith(path) and place[1] == depth + 1
        ]
        assert children == len(beneath), code
    assert len({path for path, *_rest in positions.values()}) == len(positions)
