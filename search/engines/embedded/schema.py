"""The index's fields, and a document as the engine takes it: ready tokens, split at white space."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

import tantivy

from content_models.regions import REGIONS
from search.documents import Passage, SearchDocument
from search.engines.stored import pack
from search.query.tree import Field

SCHEMA_VERSION = 2
"""Part of every index's name: new fields, new contents or another region ask for a new number."""

TEXT_FIELDS = (Field.TITLE, Field.HEADINGS, Field.SUMMARY, Field.BODY, Field.KEYWORDS)
EXACT_FIELDS = (
    *("id", "key", "kind", "audience", "language", "programme_area", "care_levels"),
    *(Field.CODES, Field.ANCESTORS),
)
AGE_MIN, AGE_MAX, ORDER, PACKED = "age_min", "age_max", "order", "packed"
SHOWN_FROM, SHOWN_UNTIL = "shown_from", "shown_until"


def regional_field(region: str) -> str:
    return f"{Field.REGIONAL}_{region}"


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in (*TEXT_FIELDS, *(regional_field(region.code) for region in REGIONS)):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in EXACT_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (Field.CATEGORIES, AGE_MIN, AGE_MAX, SHOWN_FROM, SHOWN_UNTIL):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_unsigned_field(ORDER, fast=True)
    builder.add_bytes_field(PACKED, stored=True)
    return builder.build()


def order_of(id: str) -> int:
    """A number that orders documents of equal score alike in every index."""
    return int.from_bytes(hashlib.sha256(id.encode()).digest()[:7])


def to_tantivy(document: SearchDocument) -> tantivy.Document:
    made = tantivy.Document()
    for name, text in _texts(document):
        if text:
            made.add_text(name, text)
    for name, value in _exact(document):
        made.add_text(name, value)
    for number in document.codes.categories:
        made.add_integer(Field.CATEGORIES, number)
    if document.ages:
        made.add_integer(AGE_MIN, document.ages[0])
        made.add_integer(AGE_MAX, document.ages[1])
    made.add_integer(SHOWN_FROM, document.shown[0])
    made.add_integer(SHOWN_UNTIL, document.shown[1])
    made.add_unsigned(ORDER, order_of(document.id))
    made.add_bytes(PACKED, pack(document))
    return made


def _texts(document: SearchDocument) -> Iterable[tuple[str, str]]:
    sections = [passage for passage in document.national() if passage.section is not None]
    summaries = [passage for passage in document.national() if passage.section is None]
    yield Field.TITLE, document.title.stream
    yield Field.KEYWORDS, document.keywords.stream
    yield Field.HEADINGS, " ".join(passage.heading.stream for passage in sections)
    yield Field.SUMMARY, _joined(summaries)
    yield Field.BODY, _joined(sections)
    for region in REGIONS:
        yield regional_field(region.code), _joined(document.regional(region.code))


def _joined(passages: Iterable[Passage]) -> str:
    return " ".join(passage.text.stream for passage in passages)


def _exact(document: SearchDocument) -> Iterable[tuple[str, str]]:
    for name in ("id", "key", "kind", "audience", "language"):
        yield name, getattr(document, name)
    if document.programme_area:
        yield "programme_area", document.programme_area
    for level in document.care_levels:
        yield "care_levels", level
    for code in document.codes.own:
        yield Field.CODES, code
    for code in document.codes.ancestors:
        yield Field.ANCESTORS, code
