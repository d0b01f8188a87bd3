"""Where pasted text is made into blocks: for those who may edit the page, or add one below it."""

from __future__ import annotations

from typing import Any

from . import forms
from .cases import Case, at, does
from .objects import State, Thing
from .rules import writers
from .world import World


def _parent(_world: World, thing: Thing) -> int:
    pk: int = thing.page.get_parent().pk
    return pk


PASTE: dict[str, Any] = {
    "data": forms.as_json(html="<h2>Rubrik</h2><p>Text</p>"),
    "content_type": "application/json",
    "traceless": True,  # it gives blocks, and keeps nothing
}

CASES: list[Case] = [
    does("pasting", writers, **PASTE),
    does(
        "pasting",
        writers,
        what="into a new page",
        args={"page_id": _parent},
        **PASTE,
        **at(State.DRAFT),
    ),
]
