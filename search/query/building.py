"""A reader's text → groups.

It is never parsed as a language of its own: `AND`, `*` and quotes are words or nothing. Synonyms,
spelling and compound parts become further alternatives of a group here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from search.analysis.codes import ancestors, category_number, dotless, is_code, range_of
from search.analysis.stemming import stem
from search.analysis.stopwords import is_stopword
from search.analysis.tokens import Word, normal, words
from search.query.tree import Alternative, CodeRange, Field, Filters, Group, Query, Term

LONGEST_TEXT = 2_000
"""Characters that are read of a query."""
MOST_GROUPS = 32
MOST_REQUIRED = 4

TEXT_WEIGHTS = (
    (Field.TITLE, 4.0),
    (Field.KEYWORDS, 3.0),
    (Field.HEADINGS, 2.0),
    (Field.SUMMARY, 1.5),
    (Field.BODY, 1.0),
)
REGIONAL_WEIGHT = 1.0
CODE_WEIGHT, BENEATH_WEIGHT, ABOVE_WEIGHT = 40.0, 30.0, 10.0
"""Constants, not statistics: an article on a code comes before one that mentions it."""


def build(text: str, filters: Filters, *, region: str | None = None) -> Query:
    """The query; without groups when the text holds no word."""
    groups = tuple(_distinct(_groups(text, filters.language, region)))
    return Query(groups, filters, min((len(groups) + 1) // 2, MOST_REQUIRED), region)


def diagnosis_group(code: str) -> Group:
    """What a code, or a range of categories, filters by: itself and all beneath it."""
    span = range_of(code)
    token = dotless(code)
    alternatives: list[Alternative] = [Term(Field.CODES, token, 1.0)]
    alternatives.append(CodeRange(*span, 1.0) if span else Term(Field.ANCESTORS, token, 1.0))
    return Group(tuple(alternatives))


def _distinct(groups: Iterator[Group]) -> Iterator[Group]:
    return islice(iter(dict.fromkeys(groups)), MOST_GROUPS)


def _groups(text: str, language: str, region: str | None) -> Iterator[Group]:
    text = normal(text[:LONGEST_TEXT])
    found = list(words(text))
    telling = [word for word in found if not is_stopword(word.text, language)] or found
    skipped = None
    for word, following in zip_longest(telling, telling[1:]):
        if word is skipped:
            continue
        written = text[word.start : following.end] if following else ""
        span = range_of(written)
        if span and following:
            skipped = following
            yield _range_group(written, span, (word, following))
        else:
            yield _group(word, language, region)


def _group(word: Word, language: str, region: str | None) -> Group:
    token = word.text if word.is_code else stem(word.text, language)
    fields = [*TEXT_WEIGHTS, *([(Field.REGIONAL, REGIONAL_WEIGHT)] if region else [])]
    alternatives: list[Alternative] = [Term(field, token, weight) for field, weight in fields]
    # `B12` is a vitamin and a code: both readings.
    if word.is_code and is_code(word.text):
        alternatives += _as_code(word.text)
    return Group(tuple(alternatives), (token,))


def _as_code(token: str) -> Iterator[Term]:
    """A code itself, what lies beneath it, and with less weight what it lies beneath."""
    yield Term(Field.CODES, token, CODE_WEIGHT)
    yield Term(Field.ANCESTORS, token, BENEATH_WEIGHT)
    for above in ancestors(token):
        yield Term(Field.CODES, above, ABOVE_WEIGHT)


def _range_group(written: str, span: tuple[int, int], ends: tuple[Word, Word]) -> Group:
    token = dotless(written.replace("–", "-"))
    return Group(
        (Term(Field.CODES, token, CODE_WEIGHT), CodeRange(*span, BENEATH_WEIGHT)),
        tuple(end.text for end in ends),
    )


def code_tokens(code: str) -> tuple[str, tuple[str, ...], int | None]:
    """What a document is indexed by for one of its codes: token, ancestors, category's number."""
    token = dotless(code)
    if range_of(code):
        return token, (), None
    return token, ancestors(token), category_number(token)
