"""The matrix in words: the same for one supplement and for several."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext_lazy as _

from cms.desk.matrix.cells import Cell, CellState

STATE_WORDS = {
    CellState.WITHHELD: _("held back after a safety change"),
    CellState.LOST: _("place in the text lost"),
    CellState.CHANGED: _("national text changed"),
    CellState.EXPIRED: _("no longer holds"),
    CellState.DUE: _("to be reviewed soon"),
    CellState.CURRENT: _("holds"),
}
EXPLANATIONS = {
    CellState.WITHHELD: _("readers do not get it until the region has confirmed it"),
    CellState.LOST: _("readers get it at the end of the section"),
    CellState.CHANGED: _("readers get it; it may no longer agree with the national text"),
    CellState.EXPIRED: _("its last day has passed; readers do not get it"),
    CellState.DUE: _("its review date or last day comes within three months, or has passed"),
    CellState.CURRENT: _("nothing to attend to"),
}
NO_SUPPLEMENT = _("No supplement in any of the regions shown")
HAS_DECLINED = _("takes no part")


def told(cell: Cell) -> str:
    """“2, holds”; “3: 1 place in the text lost, 2 holds”; nothing for nothing."""
    if not cell:
        return ""
    found = Counter(cell)
    if len(found) == 1:
        return f"{len(cell)}, {STATE_WORDS[cell[0]]}"
    return f"{len(cell)}: {shares(cell)}"


def shares(cell: Cell) -> str:
    """How many are in each state: “1 place in the text lost, 2 holds”."""
    return ", ".join(f"{count} {STATE_WORDS[state]}" for state, count in Counter(cell).items())
