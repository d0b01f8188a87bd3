"""The registers: everyone in the admin reads them, the administrators keep them.

Who is told that something is in use, is told of no draft that they may not read.
"""

from __future__ import annotations

from typing import Any

from .elsewhere import ADMINISTRATORS, Entry, opens, posts
from .roles import COLLEAGUES, NOBODY

FOUND = {"q": "hemlig"}
AS_TABLE = {"export": "csv"}

CODES = [
    *opens(COLLEAGUES, "diagnosis_codes:index", "diagnosis_codes:index_results"),
    *opens(COLLEAGUES, "diagnosis_codes:index", query=FOUND, what="searched"),
    *opens(COLLEAGUES, "diagnosis_codes:index", query=AS_TABLE, what="as a table"),
    *opens(COLLEAGUES, "diagnosis_codes:inspect", args={"pk": "the code's row"}),
    *opens(ADMINISTRATORS, "diagnosis_codes:delete", args={"pk": "the code's row"}),
    posts(ADMINISTRATORS, "diagnosis_codes:delete", args={"pk": "the code's row"}),
]
CHOOSER = [
    *opens(
        COLLEAGUES,
        "diagnosis_code_chooser:choose",
        "diagnosis_code_chooser:choose_results",
        query=FOUND,
    ),
    *opens(COLLEAGUES, "diagnosis_code_chooser:chosen", args={"pk": "the code's row as text"}),
    *opens(
        COLLEAGUES,
        "diagnosis_code_chooser:chosen_multiple",
        query={"id": "the code's row as text"},
    ),
]


def _register(space: str, name: str) -> list[Entry]:
    """What areas and bodies have."""
    one: dict[str, Any] = {"args": {"pk": f"the {name}"}}
    used: dict[str, Any] = {"args": {"pk": f"the {name} in use"}, "what": "in use"}
    words = {"name": "Ett annat namn", "url": "https://example.org", "contact": "n@example.org"}
    return [
        *opens(COLLEAGUES, f"{space}:index", f"{space}:index_results"),
        *opens(COLLEAGUES, f"{space}:index", query=AS_TABLE, what="as a table"),
        *opens(COLLEAGUES, f"{space}:inspect", **one),
        *opens(COLLEAGUES, f"{space}:inspect", **used),
        *opens(ADMINISTRATORS, f"{space}:add"),
        *opens(
            ADMINISTRATORS,
            *[f"{space}:{view}" for view in ("edit", "delete", "usage")],
            *[f"{space}:{view}" for view in ("history", "history_results")],
            **one,
        ),
        *opens(ADMINISTRATORS, f"{space}:usage", f"{space}:delete", **used),
        posts(ADMINISTRATORS, f"{space}:add", words),
        posts(ADMINISTRATORS, f"{space}:edit", words, **one),
        posts(ADMINISTRATORS, f"{space}:delete", **one),
        posts(ADMINISTRATORS, f"{space}:delete", traceless=True, **used),
    ]


REPORT = [
    *opens(COLLEAGUES, "retired_codes:index", "retired_codes:index_results"),
    *opens(COLLEAGUES, "retired_codes:index", query=AS_TABLE, what="as a table"),
    posts(NOBODY, "retired_codes:index", quiet=True),
]

ENTRIES: list[Entry] = [
    *CODES,
    *CHOOSER,
    *_register("programme_areas", "area"),
    *_register("approving_bodies", "body"),
    *REPORT,
]
