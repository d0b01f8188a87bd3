"""Items with their depths → nested lists as the editor's field stores them."""

from __future__ import annotations

from collections.abc import Sequence

from content_models.pasting.pieces import Item

MAX_DEPTH = 4
"""What the field can indent to; deeper items stand at this depth."""


def list_html(items: Sequence[Item]) -> str:
    """One list and what is inside it.

    An item stands at most one step deeper than the one before; where the kind of list changes on
    one level, that level's list ends and another begins.
    """
    html, open_lists = "", list[str]()
    for item in items:
        depth = min(item.depth, len(open_lists), MAX_DEPTH)
        name = "ol" if item.ordered else "ul"
        while len(open_lists) > depth + 1:
            html += f"</li></{open_lists.pop()}>"
        if len(open_lists) == depth + 1:
            html += "</li>"
            if open_lists[-1] != name:
                html += f"</{open_lists.pop()}>"
        if len(open_lists) == depth:
            html += f"<{name}>"
            open_lists.append(name)
        html += f"<li>{item.html}"
    while open_lists:
        html += f"</li></{open_lists.pop()}>"
    return html
