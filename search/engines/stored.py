"""What lies beside a hit: enough to answer with, without asking or analysing anything again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from search.analysis.analyser import Analysed
from search.documents import Passage, SearchDocument


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage of a hit; `stream` and `heading` are tokens with a space before and after each."""

    section: str | None
    region: str
    care_levels: tuple[str, ...]
    heading: str
    text: str
    stream: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def places(self, token: str, *, most: int) -> Iterator[tuple[int, int]]:
        """Where a token stands in the text, at most so many times."""
        wanted, found = f" {token} ", -1
        for _time in range(most):
            found = self.stream.find(wanted, found + 1)
            if found < 0:
                return
            ordinal = self.stream.count(" ", 0, found)
            yield self.starts[ordinal], self.ends[ordinal]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A hit's members and passages."""

    id: str
    key: str
    kind: str
    audience: str
    language: str
    title: str
    passages: tuple[StoredPassage, ...]


def pack(document: SearchDocument) -> bytes:
    members = (document.id, document.key, document.kind, document.audience, document.language)
    return orjson.dumps(
        [*members, document.title.text, [_packed(passage) for passage in document.passages]]
    )


def unpack(packed: bytes) -> StoredDocument:
    id, key, kind, audience, language, title, passages = orjson.loads(packed)
    stored = tuple(StoredPassage(*passage) for passage in passages)
    return StoredDocument(id, key, kind, audience, language, title, stored)


def _packed(passage: Passage) -> list[object]:
    heading, text = passage.heading, passage.text
    return [
        *(passage.section, passage.region, passage.care_levels),
        *(_stream(heading), text.text, _stream(text), text.starts, text.ends),
    ]


def _stream(analysed: Analysed) -> str:
    return f" {analysed.stream} "
