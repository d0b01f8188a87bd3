"""Which language of a text may be served, and when it lags behind its source. Pure.

The API, the search index and the editors' lists read this one module, so that what is found, what
is read and what editors are told are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from content_models.vocabulary import SOURCE_LANGUAGE

Regional = TypeVar("Regional")
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


def in_first_language(
    supplements: Iterable[Regional],
    chain: Sequence[str],
    *,
    language: Callable[[Regional], str],
    identity: Callable[[Regional], Any],
) -> list[Regional]:
    """Each supplement once, in the first language of the chain that it has."""
    reached = [one for one in supplements if language(one) in chain]
    reached.sort(key=lambda one: chain.index(language(one)))
    found: dict[Any, Regional] = {}
    for one in reached:
        found.setdefault(identity(one), one)
    return list(found.values())
