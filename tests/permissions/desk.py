"""The desk's lists: what each role finds there, in the list, when filtered, and as a file."""

from __future__ import annotations

from typing import Any

from .elsewhere import ADMINISTRATORS, WRITERS, Entry, opens
from .roles import COLLEAGUES, Role
from .rules import EVERYWHERE, REGIONAL_ROLES

WITH_SUPPLEMENTS = ADMINISTRATORS | EVERYWHERE | REGIONAL_ROLES
"""Those who may read the drafts of some region."""
AS_FILE = {"export": "csv"}
SEARCHED = {"q": "hemlig"}
ASKED: dict[str, dict[str, Any]] = {
    "searched": SEARCHED,
    "as a file": AS_FILE,
    "searched, as a file": AS_FILE | SEARCHED,
    "what is drafted": {"state": "draft"},
    "what is under review": {"state": "under-review"},
    "what was changed": {"concern": "changed", "ordering": "-changed"},
    "what they answer for": {"scope": "mine"},
}


def _asked(who: frozenset[Role], *addresses: str) -> list[Entry]:
    return [
        *opens(who, *addresses),
        *[
            entry
            for what, query in ASKED.items()
            for entry in opens(who, *addresses, query=query, what=what)
        ],
    ]


ENTRIES: list[Entry] = [
    *opens(WRITERS, "desk:new"),
    *_asked(COLLEAGUES, "desk:articles", "desk:articles_results"),
    *_asked(WITH_SUPPLEMENTS, "desk:supplements", "desk:supplements_results"),
    *opens(COLLEAGUES, "desk:links", "desk:links_results"),
    *opens(COLLEAGUES, "desk:links", query=AS_FILE, what="as a file"),
]
"""Whatever they show, nobody is shown words of a draft that they may not read."""
