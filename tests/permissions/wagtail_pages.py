"""Wagtail's addresses that carry a page: who may look at it, write it and manage it.

An address that can be posted to is looked at in some states and posted to in others, so that the
two together are asked in every state; what only shows is asked in every state.
"""

from __future__ import annotations

from typing import Any

from . import forms
from .cases import Case, at, does, shows
from .objects import IN_REVIEW, Owner, State, Thing
from .rules import (
    administrators,
    editors,
    explorers,
    lockers,
    movers,
    nobody,
    readers,
    removers,
    reorderers,
    unlockers,
    unschedulers,
    withdrawers,
    writers,
)
from .world import World

PAGES = "wagtailadmin_pages:"
DRAFT, REVIEWED, LIVE, WITHDRAWN = State.DRAFT, State.REVIEWED, State.LIVE, State.WITHDRAWN
ONCE = at(DRAFT)
"""For an address that takes the page's parent: the page's own state does not matter."""


def _other_region(world: World, thing: Thing) -> Any:
    other = {Owner.OWN: Owner.OTHER, Owner.OTHER: Owner.OWN}[thing.owner]
    return world.of(other, DRAFT).page.get_parent()


def _page(_world: World, thing: Thing) -> int:
    pk: int = thing.page.pk
    return pk


LOOKING = [
    # Who has nothing to do there is led to where they have.
    shows("wagtailadmin_explore", explorers, quiet=True, **ONCE),
    shows("wagtailadmin_explore_results", explorers, quiet=True, **ONCE),
    shows(
        "wagtailadmin_explore",
        explorers,
        args={"parent_page_id": _page},
        what="below it",
        quiet=True,
        **at(DRAFT, LIVE),
    ),
    # A page is no place to choose from for who is not told of it.
    shows(
        "wagtailadmin_choose_page_child",
        readers,
        args={"parent_page_id": _page},
        what="below it",
        **at(*State),
    ),
    shows("wagtailadmin_api:pages:detail", explorers),
    shows(PAGES + "add_subpage", writers, **ONCE),
    shows(PAGES + "history", writers),
    shows(PAGES + "history_results", writers, **at(DRAFT, LIVE)),
    shows(PAGES + "revisions_index", writers, quiet=True),  # leads to the history
    shows(PAGES + "revisions_compare", writers),
    shows(PAGES + "usage", writers),
    shows(PAGES + "workflow_history", writers),
    shows(PAGES + "workflow_history_detail", writers),
    shows(PAGES + "revisions_view", writers),
    shows(PAGES + "view_draft", writers),
    # Who reviews has the screen of the review, which shows what was handed in.
    shows(PAGES + "workflow_preview", nobody),
]

WRITING = [
    shows(PAGES + "add", writers, query=forms.beside, **ONCE),
    does(PAGES + "add", writers, forms.made, **ONCE),
    shows(PAGES + "preview_on_add", writers, **ONCE),
    does(PAGES + "preview_on_add", writers, forms.made, **ONCE),
    shows(PAGES + "edit", writers, **at(REVIEWED, LIVE)),
    does(PAGES + "edit", editors, forms.edited(), what="save"),
    does(
        PAGES + "edit",
        editors,
        forms.edited("action-publish"),
        what="publish",
        explains=True,
        **at(LIVE),
    ),
    does(
        PAGES + "edit",
        editors,
        forms.edited("action-submit"),
        what="hand in",
        **at(DRAFT),
    ),
    does(
        PAGES + "edit",
        writers,
        forms.edited("action-cancel-workflow"),
        what="take back",
        **at(*IN_REVIEW),
    ),
    does(
        PAGES + "edit",
        nobody,
        forms.edited(),
        given=forms.locked,
        what="save what another has locked",
        **at(DRAFT),
    ),
    shows(PAGES + "preview_on_edit", writers, **at(DRAFT, WITHDRAWN)),
    does(PAGES + "preview_on_edit", writers, forms.edited(), **at(REVIEWED, LIVE)),
    shows(PAGES + "revisions_revert", writers, **at(DRAFT, LIVE)),
    does(PAGES + "revisions_revert", editors, forms.edited(), **at(REVIEWED, WITHDRAWN)),
    does(
        "wagtailadmin_editing_sessions:ping",
        writers,
        {"is_editing": "1"},
        args={"session_id": 999},
        traceless=True,
    ),
]

MANAGING = [
    shows(PAGES + "delete", removers, **at(DRAFT)),
    does(PAGES + "delete", removers, {}),
    shows(PAGES + "unpublish", withdrawers, **at(LIVE)),
    does(PAGES + "unpublish", withdrawers, {"note": "Föråldrad."}, publishes=True),
    shows(PAGES + "move", movers, **at(DRAFT, LIVE)),
    does(
        PAGES + "move",
        movers,
        lambda world, thing: {"new_parent_page": forms.moved_to(world, thing)},
        traceless=True,  # leads to the question
        **at(REVIEWED, WITHDRAWN),
    ),
    shows(PAGES + "move_confirm", movers, **at(DRAFT, LIVE)),
    does(PAGES + "move_confirm", movers, {}, publishes=True, **at(REVIEWED, LIVE, WITHDRAWN)),
    does(PAGES + "set_page_position", reorderers, {}, publishes=True),
    shows(PAGES + "copy", writers, **at(LIVE)),
    does(PAGES + "copy", writers, forms.copied_to(), **at(DRAFT, REVIEWED, WITHDRAWN)),
    does(
        PAGES + "copy",
        administrators,
        forms.copied_to(_other_region),
        what="into another region",
        quiet=True,  # the form says no
        owners=(Owner.OWN, Owner.OTHER),
        **at(DRAFT, LIVE),
    ),
    does(PAGES + "lock", lockers, {}, **at(*State)),
    does(PAGES + "unlock", unlockers, {}, given=forms.locked),
    shows(PAGES + "revisions_unschedule", unschedulers, given=forms.scheduled, **at(DRAFT)),
    does(
        PAGES + "revisions_unschedule",
        unschedulers,
        {},
        given=forms.scheduled,
        args={"revision_id": lambda _world, thing: thing.page.latest_revision_id},
    ),
    shows(PAGES + "set_privacy", nobody, **at(DRAFT, LIVE)),
    does(PAGES + "set_privacy", nobody, {"restriction_type": "login"}),
    shows(PAGES + "convert_alias", nobody, **at(DRAFT)),
    does(PAGES + "convert_alias", nobody, {}),
]

CASES: list[Case] = [*LOOKING, *WRITING, *MANAGING]
