"""Words that say nothing of what is looked for; left out of queries, never out of documents."""

from __future__ import annotations

SWEDISH = frozenset(
    [
        "och",
        "eller",
        "att",
        "det",
        "den",
        "de",
        "en",
        "ett",
        "i",
        "på",
        "av",
        "för",
        "med",
        "till",
        "från",
        "om",
        "som",
        "är",
        "var",
        "har",
        "hade",
        "kan",
        "ska",
        "vad",
        "hur",
        "när",
        "jag",
        "du",
        "man",
        "mig",
        "mitt",
        "min",
        "mina",
        "din",
        "ditt",
        "dina",
        "sig",
        "så",
    ]
)
ENGLISH = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "from",
        "is",
        "are",
        "was",
        "be",
        "by",
        "as",
        "it",
        "i",
        "my",
        "your",
        "what",
        "how",
        "when",
        "do",
        "does",
        "have",
        "has",
    ]
)
STOPWORDS = {"sv": SWEDISH, "sv-x-lattlast": SWEDISH, "en": ENGLISH}


def is_stopword(word: str, language: str) -> bool:
    """Whether a folded word, not stemmed, is one."""
    return word in STOPWORDS.get(language, ())
