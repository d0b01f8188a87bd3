"""The matrix of supplements: whoever has a mandate, a region's people for their own column."""

from __future__ import annotations

from typing import Any

from .elsewhere import Entry, opens
from .roles import COLLEAGUES, OTHER

ASKED: dict[str, dict[str, Any]] = {
    "": {},
    "searched": {"q": "hemlig"},
    "as a file": {"export": "csv"},
    "as a spreadsheet": {"export": "xlsx"},
    "of another region": {"region": OTHER},
    "of another region, as a file": {"region": OTHER, "export": "csv"},
    "without supplements": {"state": "none"},
}
"""A region that is not the user's own is refused next to the filter; see test_matrix_people."""

ENTRIES: list[Entry] = [
    entry
    for what, query in ASKED.items()
    for entry in opens(COLLEAGUES, "desk:matrix", "desk:matrix_results", query=query, what=what)
]
