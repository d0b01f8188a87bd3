"""The languages of the content, and those tried after each: one source of truth, without Django.

The settings, the API's enumerations and the import's front matter all start here, so that a
language that the environment adds is known to all of them.
"""

from __future__ import annotations

import os

SOURCE = "sv"
FROM_THE_START: dict[str, list[str]] = {
    SOURCE: [],
    "en": [SOURCE],
    "fi": [SOURCE],
    "se": [SOURCE],
    "sv-x-lattlast": [SOURCE],
}


def with_more(entries: str) -> dict[str, list[str]]:
    """Language → those tried in order when an article lacks it, with what MORE_LANGUAGES adds.

    `de`, or `de=en+sv`, with commas between; Swedish is tried unless something else is said.
    Raises ValueError.
    """
    added: dict[str, list[str]] = {}
    for entry in filter(None, (one.strip() for one in entries.split(","))):
        code, _, chain = (one.strip() for one in entry.partition("="))
        added[code] = [one.strip() for one in chain.split("+")] if chain else [SOURCE]
    known = FROM_THE_START | added
    for code, chain_after in added.items():
        is_new = code and code not in FROM_THE_START and code not in chain_after
        if not is_new or not set(chain_after) <= set(known):
            raise ValueError(
                f"MORE_LANGUAGES: “{code}” is wrong. Write languages that are not there already, "
                "with commas between, such as de,pl=en+sv; after = other languages that there "
                f"are: {', '.join(known)}"
            )
    return known


LANGUAGES = with_more(os.environ.get("MORE_LANGUAGES", ""))
