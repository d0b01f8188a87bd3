"""The same verbs by Wagtail's other ways: its workflow views, its bulk actions, its admin API."""

from __future__ import annotations

from typing import Any

from . import forms
from .cases import Case, at, does, shows
from .objects import IN_REVIEW, Owner, State, Thing
from .rules import (
    administrators,
    deciders,
    editors,
    movers,
    nobody,
    readers,
    removers,
    superuser,
    withdrawers,
    writers,
)
from .world import World

PAGES = "wagtailadmin_pages:"
BULK = "wagtail_bulk_action"
ACTION = "wagtailadmin_api:pages:action"
DRAFT, REVIEWED, LIVE, WITHDRAWN = State.DRAFT, State.REVIEWED, State.LIVE, State.WITHDRAWN
APPROVE: dict[str, Any] = {"args": {"action_name": "approve"}}
REJECT: dict[str, Any] = {"args": {"action_name": "reject"}}


def _bulk(action: str) -> dict[str, Any]:
    return {
        "args": {"app_label": "wagtailcore", "model_name": "page", "action": action},
        "query": lambda _world, thing: {"id": thing.page.pk},
        "what": action,
        "quiet": True,  # the question leaves out what may not be done
    }


def _action(name: str, **members: Any) -> dict[str, Any]:
    return {
        "args": {"action_name": name},
        "data": forms.as_json(**members),
        "content_type": "application/json",
        "what": name,
    }


def _latest(_world: World, thing: Thing) -> int:
    pk: int = thing.page.latest_revision_id
    return pk


def _destination(world: World, thing: Thing) -> dict[str, int]:
    return {"chooser": forms.moved_to(world, thing)}


DECIDING = [
    shows(PAGES + "workflow_action", deciders, **APPROVE, **at(*State)),
    does(
        PAGES + "workflow_action",
        deciders,
        {"comment": "Läst."},
        **APPROVE,
        **at(*State),
        what="approve",
        publishes=True,
    ),
    does(
        PAGES + "workflow_action",
        deciders,
        {"comment": "Mer, tack."},
        **REJECT,
        **at(*IN_REVIEW),
        what="send back",
    ),
    does(
        PAGES + "workflow_action",
        nobody,
        {"comment": "Läst."},
        **APPROVE,
        **at(REVIEWED),
        given=forms.locked,
        what="approve what another has locked",
    ),
    shows(PAGES + "collect_workflow_action_data", deciders, **APPROVE, **at(REVIEWED, WITHDRAWN)),
    does(
        PAGES + "collect_workflow_action_data",
        deciders,
        {"comment": "Läst."},
        **APPROVE,
        **at(REVIEWED, LIVE),
        traceless=True,
    ),
    shows(PAGES + "confirm_workflow_cancellation", readers, **at(REVIEWED, LIVE)),
    does(
        PAGES + "confirm_workflow_cancellation",
        readers,
        {},
        **at(DRAFT, WITHDRAWN),
        traceless=True,
    ),
]

SEVERAL = [
    shows(BULK, removers, **_bulk("delete"), **at(DRAFT)),
    shows(BULK, movers, **_bulk("move"), **at(REVIEWED)),
    shows(BULK, nobody, **_bulk("publish"), **at(WITHDRAWN)),
    shows(BULK, withdrawers, **_bulk("unpublish"), **at(LIVE)),
    does(BULK, removers, {}, **_bulk("delete"), **at(DRAFT, REVIEWED)),
    does(BULK, movers, _destination, **_bulk("move"), **at(LIVE, WITHDRAWN), publishes=True),
    does(BULK, nobody, {}, **_bulk("publish"), **at(DRAFT, WITHDRAWN)),
    does(BULK, withdrawers, {}, **_bulk("unpublish"), **at(LIVE), publishes=True),
]


def _all(what: str, **query: Any) -> dict[str, Any]:
    """Whatever the listing has that they stand in, or what is found."""
    return {
        **_bulk("delete"),
        "query": lambda world, thing: {
            name: value(world, thing) if callable(value) else value for name, value in query.items()
        },
        "what": f"delete {what}",
        "owners": (Owner.OTHER,),
        **at(DRAFT),
    }


def _parent(_world: World, thing: Thing) -> int:
    pk: int = thing.page.get_parent().pk
    return pk


IN_REGION = _all("all of a region's", id="all", childOf=_parent)
SEVERAL += [
    shows(BULK, administrators, **IN_REGION),
    does(BULK, administrators, {}, **IN_REGION),
    shows(BULK, administrators, **_all("all that is found", id="all", q="hemlig")),
]

TO_DESTINATION = {"destination_page_id": forms.moved_to, "position": "last-child"}
BY_API = [
    does(ACTION, nobody, **_action("publish"), **at(DRAFT, WITHDRAWN)),
    does(ACTION, withdrawers, **_action("unpublish"), **at(LIVE), publishes=True),
    does(ACTION, removers, **_action("delete"), **at(DRAFT, LIVE)),
    does(ACTION, movers, **_action("move", **TO_DESTINATION), **at(DRAFT, LIVE), publishes=True),
    does(ACTION, writers, **_action("copy", slug="kopia", keep_live=False), **at(LIVE, WITHDRAWN)),
    does(ACTION, nobody, **_action("create_alias", update_slug="kopia"), **at(LIVE)),
    does(ACTION, nobody, **_action("convert_alias"), **at(DRAFT)),
    does(
        ACTION,
        superuser,
        **_action("copy_for_translation", locale="fi", copy_parents=True),
        **at(DRAFT, LIVE),
    ),
    does(
        ACTION,
        editors,
        **_action("revert_to_page_revision", revision_id=_latest),
        **at(REVIEWED, LIVE),
    ),
]
LOCKED = _action("revert_to_page_revision", revision_id=_latest) | {"what": "revert what is locked"}
BY_API += [does(ACTION, nobody, **LOCKED, given=forms.locked, **at(DRAFT))]

CASES: list[Case] = [*DECIDING, *SEVERAL, *BY_API]
