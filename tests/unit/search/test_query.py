"""A reader's text becomes groups of alternatives; whatever it is, there are only so many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.building import MOST_GROUPS, MOST_REQUIRED, build, diagnosis_group
from search.query.tree import CodeRange, Field, Filters, Group, Query, Term

SWEDISH = Filters()


def fields_of(group: Group) -> dict[str, str]:
    return {str(each.field): each.token for each in group.alternatives if isinstance(each, Term)}


def tokens_of(query: Query) -> list[tuple[str, ...]]:
    return [group.tokens for group in query.groups]


def test_each_word_is_looked_for_in_every_text_field() -> None:
    (group,) = build("Linserna", SWEDISH).groups
    assert fields_of(group) == dict.fromkeys(
        ("title", "keywords", "headings", "summary", "body"), "lins"
    )


def test_regional_text_is_looked_in_only_with_a_region() -> None:
    assert Field.REGIONAL not in fields_of(build("lins", SWEDISH).groups[0])
    assert Field.REGIONAL in fields_of(build("lins", SWEDISH, region="14").groups[0])


def test_stop_words_are_left_out_unless_there_is_nothing_else() -> None:
    assert tokens_of(build("ont i halsen", SWEDISH)) == [("ont",), ("hals",)]
    assert tokens_of(build("och i", SWEDISH)) == [("och",), ("i",)]


def test_a_code_is_also_a_word() -> None:
    (group,) = build("B12", SWEDISH).groups
    assert fields_of(group).items() >= {"body": "b12", "codes": "b12", "ancestors": "b12"}.items()


@pytest.mark.parametrize("text", ["H25.1", "h251", "H251*"])
def test_a_code_finds_itself_what_is_beneath_and_less_what_is_above(text: str) -> None:
    (group,) = build(text, SWEDISH).groups
    weights = {(a.field, a.token): a.weight for a in group.alternatives if isinstance(a, Term)}
    assert weights[Field.CODES, "h251"] > weights[Field.ANCESTORS, "h251"]
    assert weights[Field.ANCESTORS, "h251"] > weights[Field.CODES, "h25"]


def test_a_range_is_one_group() -> None:
    ranged, word = build("H25-H28 starr", SWEDISH).groups
    assert CodeRange(725, 728, 30.0) in ranged.alternatives
    assert ranged.tokens == ("h25", "h28")
    assert word.tokens == ("starr",)


def test_a_diagnosis_filters_by_itself_and_what_is_beneath() -> None:
    assert fields_of(diagnosis_group("H25.1")) == {"codes": "h251", "ancestors": "h251"}
    assert diagnosis_group("H25-H28").alternatives == (
        Term(Field.CODES, "h25-h28", 1.0),
        CodeRange(725, 728, 1.0),
    )


@pytest.mark.parametrize("text", ["", "  ", "\x00", "😀", "***", '"', "?!", "–"])
def test_text_without_words_has_no_groups(text: str) -> None:
    assert build(text, SWEDISH).groups == ()


def test_operators_are_words() -> None:
    assert tokens_of(build('AND OR NOT "title:x*', SWEDISH)) == [
        *(("and",), ("or",), ("not",), ("titl",), ("x",)),
    ]


def test_only_so_much_is_read() -> None:
    query = build(" ".join(f"ord{number}" for number in range(10_000)), SWEDISH)
    assert len(query.groups) == MOST_GROUPS
    assert query.required == MOST_REQUIRED


@given(st.text(), st.sampled_from(["sv", "en", "xx"]), st.sampled_from([None, "14"]))
def test_never_raises_and_is_bounded(text: str, language: str, region: str | None) -> None:
    query = build(text, Filters(language=language), region=region)
    assert len(query.groups) <= MOST_GROUPS
    assert len(set(query.groups)) == len(query.groups)
    assert 0 <= query.required <= len(query.groups)
