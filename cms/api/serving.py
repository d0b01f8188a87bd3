"""Which language of an article is served: pure choices among what is live."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings

from content_models.editions.reading import LivePart
from content_models.vocabulary import SOURCE_LANGUAGE
from region_overlays.languages import (
    Fallbacks,
    chain_of,
    first_served,
    is_behind_source,
    served_languages,
)


class NotServed(Exception):
    """No language that may be served is live; `gone` if one was once published."""

    def __init__(self, *, gone: bool) -> None:
        super().__init__("withdrawn" if gone else "never published")
        self.gone = gone


@dataclass(frozen=True, slots=True)
class Served:
    """An article in the language that a reader gets."""

    part: LivePart
    asked: str
    live: Mapping[str, LivePart]
    """Every live language's national part."""
    languages: frozenset[str]
    """Those that are served to who asks for them."""
    held_back: bool
    """A translation is older than a safety change of the source, so the source is served."""

    @property
    def language(self) -> str:
        return self.part.edition.language

    @property
    def languages_in_order(self) -> list[str]:
        """As the site's settings order them, which answers do too."""
        known = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
        return [code for code in known if code in self.languages]

    @property
    def is_out_of_date(self) -> bool:
        source = self.live.get(SOURCE_LANGUAGE)
        return is_behind_source(
            self.language,
            self.part.edition.sequence,
            source_substantive_sequence=source.substantive_sequence if source else 0,
        )


def choose(parts: Iterable[LivePart], asked: str, fallbacks: Fallbacks) -> Served:
    """The first language of the chain that is live and safe; raises NotServed."""
    national = {part.edition.language: part for part in parts if not part.edition.region}
    chain = chain_of(asked, fallbacks)
    part, is_outdated = first_served(national, chain)
    live = {name: part for name, part in national.items() if not part.edition.tombstone}
    if part is None:
        was_there = bool(national) and (not live or any(name in national for name in chain))
        raise NotServed(gone=was_there)
    return Served(part, asked, live, served_languages(national), is_outdated)
