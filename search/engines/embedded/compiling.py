"""The neutral tree → tantivy's query objects; nothing is ever parsed."""

from __future__ import annotations

from collections.abc import Iterator

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as Compiled

from search.documents import ALWAYS
from search.engines.embedded.schema import (
    AGE_MAX,
    AGE_MIN,
    SHOWN_FROM,
    SHOWN_UNTIL,
    regional_field,
    schema,
)
from search.query.tree import Alternative, CodeRange, Field, Filters, Group, Query, Term

OTHERS_COUNT = 0.1
"""What a group's other alternatives add to its best one."""
OLDEST = 200
EXACT = (Field.CODES, Field.ANCESTORS)


def compiled(query: Query) -> tantivy.Query:
    """Filters without a score, groups with one."""
    groups = [_scored(group, query) for group in query.groups]
    wanted = Compiled.boolean_query(
        [(Occur.Should, group) for group in groups], minimum_number_should_match=query.required
    )
    filters = [
        (Occur.Must, Compiled.const_score_query(each, 0.0)) for each in _filters(query.filters)
    ]
    return Compiled.boolean_query([*filters, (Occur.Must, wanted)])


def _scored(group: Group, query: Query) -> tantivy.Query:
    best = Compiled.disjunction_max_query(
        [_alternative(each, query.region) for each in group.alternatives], OTHERS_COUNT
    )
    bonus = Compiled.const_score_query(best, query.coverage)
    return Compiled.boolean_query([(Occur.Must, best), (Occur.Should, bonus)])


def _alternative(alternative: Alternative, region: str | None) -> tantivy.Query:
    if isinstance(alternative, CodeRange):
        found = _between(Field.CATEGORIES, alternative.first, alternative.last)
        return Compiled.const_score_query(found, alternative.weight)
    return _term(alternative, region)


def _term(term: Term, region: str | None) -> tantivy.Query:
    if term.field in EXACT:
        found = _exactly(term.field, term.token)
        return Compiled.const_score_query(found, term.weight)
    if term.field is Field.REGIONAL:
        name = regional_field(region) if region else None
    else:
        name = str(term.field)
    if name is None:
        return Compiled.empty_query()
    found = Compiled.term_query(schema(), name, term.token, "freq")
    return Compiled.boost_query(found, term.weight)


def _filters(filters: Filters) -> Iterator[tantivy.Query]:
    yield _exactly("language", filters.language)
    chosen = {
        "audience": filters.audience,
        "kind": filters.kind,
        "care_levels": filters.care_level,
        "programme_area": filters.programme_area,
    }
    for name, value in chosen.items():
        if value is not None:
            yield _exactly(name, value)
    if filters.age is not None:
        yield _between(AGE_MIN, 0, filters.age)
        yield _between(AGE_MAX, filters.age, OLDEST)
    if filters.shown_at is not None:
        yield _between(SHOWN_FROM, ALWAYS[0], filters.shown_at)
        yield _between(SHOWN_UNTIL, filters.shown_at + 1, ALWAYS[1])
    if filters.diagnosis is not None:
        yield Compiled.boolean_query(
            [(Occur.Should, _alternative(each, None)) for each in filters.diagnosis.alternatives]
        )


def _exactly(field: str, value: str) -> tantivy.Query:
    return Compiled.term_query(schema(), field, value, "basic")


def _between(field: str, first: int, last: int) -> tantivy.Query:
    return Compiled.range_query(schema(), field, FieldType.Integer, first, last)
