"""What engines index: a text's tokens, in order, with their places."""

from __future__ import annotations

from dataclasses import dataclass

from search.analysis.stemming import stem
from search.analysis.tokens import normal, words


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text and its tokens; `starts[n]` and `ends[n]` are token n's place in `text`."""

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def stream(self) -> str:
        """The tokens with a space between, for fields that are split at white space."""
        return " ".join(self.tokens)


def analyse(text: str, language: str) -> Analysed:
    """A document's text; never raises."""
    text = normal(text)
    found = list(words(text))
    return Analysed(
        text,
        tuple(word.text if word.is_code else stem(word.text, language) for word in found),
        tuple(word.start for word in found),
        tuple(word.end for word in found),
    )
