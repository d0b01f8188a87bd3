"""Which language of a text may be served, and when it lags behind its source. Pure.

The API, the search index and the editors' lists read this one module, so that what is found, what
is read and what editors are told are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeVar

from content_models.editions.reading import LivePart
from content_models.vocabulary import SOURCE_LANGUAGE

Fallbacks = Mapping[str, Sequence[str]]
"""Language → the languages tried in order when it is missing."""
Text = TypeVar("Text")


def chain_of(language: str, fallbacks: Fallbacks) -> tuple[str, ...]:
    """A language and those tried after it."""
    return (language, *fallbacks.get(language, ()))


def is_older_than_safety_change(
    language: str, sequence: int, *, source_safety_sequence: int
) -> bool:
    """Whether the source had a safety change after this edition, even if it is withdrawn now.

    Such a translation is not served; without a source, give 0.
    """
    return language != SOURCE_LANGUAGE and sequence < source_safety_sequence


def is_behind_source(language: str, sequence: int, *, source_substantive_sequence: int) -> bool:
    """Whether the live source has changed by more than a comma since this edition."""
    return language != SOURCE_LANGUAGE and sequence < source_substantive_sequence


def is_held_back(part: LivePart, source: LivePart | None) -> bool:
    """The same of two parts of the ledger; `source` is the text that the part translates."""
    return is_older_than_safety_change(
        part.edition.language,
        part.edition.sequence,
        source_safety_sequence=source.safety_sequence if source else 0,
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """One supplement in all its languages, and which of them is served."""

    languages: Mapping[str, LivePart]
    served: LivePart | None
    held_back: Sequence[LivePart]
    """Those that would be served before that, but for a safety change of what they translate."""


def choices_in(parts: Iterable[LivePart], chain: Sequence[str]) -> list[Choice]:
    """Each supplement once, withdrawn ones too, in the first language that it may be served in.

    A translation of a supplement is held back by a safety change of the supplement: as with
    articles, its source is served, even if the chain does not reach it.
    """
    by_language: dict[tuple[str, str], dict[str, LivePart]] = {}
    for part in parts:
        if part.edition.region:
            identity = (part.edition.region, part.edition.supplement)
            by_language.setdefault(identity, {})[part.edition.language] = part
    return [_choice(languages, chain) for languages in by_language.values()]


def _choice(languages: Mapping[str, LivePart], chain: Sequence[str]) -> Choice:
    served, _is_outdated = first_served(languages, chain)
    known = (languages[name] for name in chain if name in languages)
    passed = takewhile(lambda part: part is not served, known)
    return Choice(languages, served, [part for part in passed if not part.edition.tombstone])


def supplements_in(parts: Iterable[LivePart], asked: str, fallbacks: Fallbacks) -> list[LivePart]:
    """The supplements that are served to who asks for that language."""
    choices = choices_in(parts, chain_of(asked, fallbacks))
    return [choice.served for choice in choices if choice.served is not None]


def first_served(
    languages: Mapping[str, LivePart], chain: Sequence[str]
) -> tuple[LivePart | None, bool]:
    """The text in the first language of the chain that it may be served in, and whether a safety
    change holds back one that comes before: then the source is served, even beyond the chain.
    """
    source = languages.get(SOURCE_LANGUAGE)
    is_outdated = False
    for name in chain:
        part = languages.get(name)
        if part is not None and not part.edition.tombstone:
            if not is_held_back(part, source):
                return part, is_outdated
            is_outdated = True
    if is_outdated and source is not None and not source.edition.tombstone:
        return source, True
    return None, is_outdated


def served_languages(languages: Mapping[str, LivePart]) -> frozenset[str]:
    """Those of one text that are live, and not held back, so served to who asks for them."""
    source = languages.get(SOURCE_LANGUAGE)
    return frozenset(
        name
        for name, part in languages.items()
        if not part.edition.tombstone and not is_held_back(part, source)
    )


def written_for(language: str, live: Mapping[str, Text], served: Text) -> Text:
    """The national text that a supplement in this language is anchored in: that in its own
    language; without one the source, and without that the one that is served.
    """
    return live.get(language, live.get(SOURCE_LANGUAGE, served))
