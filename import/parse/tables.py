"""Tables within bounds: markdown-it fills up short rows, and breaks off where that is too much."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock, table

from .environment import environment_of
from .limits import MAX_CELLS, MAX_COLUMNS


def bounded_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's table rule, that stops at too many columns or cells."""
    if not table(state, start, end, True):
        return False
    if silent:
        return True
    environment = environment_of(state.env)
    columns = state.src.count("|", state.bMarks[start + 1], state.eMarks[start + 1])
    if columns > MAX_COLUMNS:
        environment.stop(f"a table of more than {MAX_COLUMNS} columns", start)
    before = len(state.tokens)
    table(state, start, end, False)
    environment.cells += sum(token.tag == "td" for token in state.tokens[before:]) // 2
    if environment.cells > MAX_CELLS:
        environment.stop(f"more than {MAX_CELLS} cells in the tables of a file", start)
    return True
