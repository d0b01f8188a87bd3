"""Which language of a text may be served, and when it lags behind its source. Pure.

The API, the search index and the editors' lists read this one module, so that what is found, what
is read and what editors are told are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from content_models.editions.reading import LivePart
from content_models.vocabulary import SOURCE_LANGUAGE

Fallbacks = Mapping[str, Sequence[str]]
"""Language → the languages tried in order when it is missing."""


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


def supplements_in(parts: Iterable[LivePart], asked: str, fallbacks: Fallbacks) -> list[LivePart]:
    """Each live supplement once, in the first language of the chain that it may be served in.

    A translation of a supplement is held back by a safety change of the supplement: as with
    articles, its source is served, even if the chain does not reach it.
    """
    by_language: dict[tuple[str, str], dict[str, LivePart]] = {}
    for part in parts:
        if part.edition.region:
            identity = (part.edition.region, part.edition.supplement)
            by_language.setdefault(identity, {})[part.edition.language] = part
    chain = chain_of(asked, fallbacks)
    chosen = (_first_served(languages, chain) for languages in by_language.values())
    return [part for part in chosen if part is not None]


def _first_served(languages: Mapping[str, LivePart], chain: Sequence[str]) -> LivePart | None:
    source = languages.get(SOURCE_LANGUAGE)
    live = {name: part for name, part in languages.items() if not part.edition.tombstone}
    outdated = {name for name in chain if name in live and is_held_back(live[name], source)}
    for name in (*chain, *([SOURCE_LANGUAGE] if outdated else [])):
        if name in live and name not in outdated:
            return live[name]
    return None
