"""One's own page asked for with another region's version, step or words: the address is no key."""

from __future__ import annotations

from typing import Any

from . import forms
from .cases import Case, does, shows
from .objects import Owner, State, Thing
from .rules import nobody
from .values import values_of
from .world import World

PAGES = "wagtailadmin_pages:"


def _own(world: World, thing: Thing) -> Thing:
    """Region 14's, in the same state as this one of region 12's."""
    return world.of(Owner.OWN, thing.state)


def _own_page(world: World, thing: Thing) -> int:
    pk: int = _own(world, thing).page.pk
    return pk


def _own_value(name: str) -> Any:
    return lambda world, thing: values_of(name, world, _own(world, thing))


def _other_region(world: World, _thing: Thing) -> int:
    pk: int = world.of(Owner.OTHER, State.DRAFT).page.get_parent().pk
    return pk


def _own_region(world: World, thing: Thing) -> int:
    pk: int = _own(world, thing).page.get_parent().pk
    return pk


OTHERS: dict[str, Any] = {"owners": (Owner.OTHER,)}
MINE: dict[str, Any] = {"page_id": _own_page}
IN_STATE: dict[str, Any] = {"states": (State.REVIEWED,), **OTHERS}
APPROVE, REJECT = {"action_name": "approve"}, {"action_name": "reject"}

STEPS = [
    does(PAGES + "workflow_action", nobody, {"comment": "Läst."}, args=MINE | APPROVE, **IN_STATE),
    does(PAGES + "workflow_action", nobody, {"comment": "Nej."}, args=MINE | REJECT, **IN_STATE),
    does(
        PAGES + "workflow_action",
        nobody,
        {"comment": "Läst."},
        args=APPROVE | {"task_state_id": _own_value("task_state_id")},
        what="with one's own step",
        **IN_STATE,
    ),
    # Who may take the own page's step is shown an empty form, and no more.
    shows(
        PAGES + "collect_workflow_action_data", nobody, args=MINE | APPROVE, quiet=True, **IN_STATE
    ),
    shows(PAGES + "workflow_history_detail", nobody, args=MINE, **OTHERS),
]
VERSIONS = [
    shows(PAGES + "revisions_view", nobody, args=MINE, **OTHERS),
    shows(PAGES + "revisions_revert", nobody, args=MINE, **OTHERS),
    does(PAGES + "revisions_revert", nobody, forms.edited(), args=MINE, **OTHERS),
    shows(
        PAGES + "revisions_compare",
        nobody,
        args={
            "pk": _own_page,
            "revision_id_a": lambda world, thing: values_of("revision_id", world, thing),
        },
        **OTHERS,
    ),
    shows(PAGES + "revisions_unschedule", nobody, args=MINE, given=forms.scheduled, **OTHERS),
    does(
        PAGES + "revisions_unschedule",
        nobody,
        {},
        args=MINE | {"revision_id": lambda _world, thing: thing.page.latest_revision_id},
        given=forms.scheduled,
        **OTHERS,
    ),
    does(
        "wagtailadmin_api:pages:action",
        nobody,
        forms.as_json(revision_id=lambda _world, thing: thing.page.latest_revision_id),
        args={"pk": _own_page, "action_name": "revert_to_page_revision"},
        content_type="application/json",
        what="revert_to_page_revision",
        **OTHERS,
    ),
]
PLACES = [
    does(
        PAGES + "move_confirm",
        nobody,
        {},
        args={"destination_id": _own_region},
        what="into one's own region",
        **OTHERS,
    ),
    does(
        "wagtail_bulk_action",
        nobody,
        lambda world, thing: {"chooser": _own_region(world, thing)},
        args={"app_label": "wagtailcore", "model_name": "page", "action": "move"},
        query=lambda _world, thing: {"id": thing.page.pk},
        what="move into one's own region",
        quiet=True,
        **OTHERS,
    ),
]
PLACES += [
    does(
        PAGES + "move_confirm",
        nobody,
        {},
        args={"destination_id": _other_region},
        what="out of one's own region",
        owners=(Owner.OWN,),
    ),
    does(
        "wagtailadmin_api:pages:action",
        nobody,
        forms.as_json(destination_page_id=_other_region, position="last-child"),
        args={"action_name": "move"},
        content_type="application/json",
        what="move out of one's own region",
        owners=(Owner.OWN,),
    ),
]
WORDS = [
    does(
        "wagtail_localize:edit_string_translation",
        nobody,
        "value=Words",
        method="PUT",
        content_type="application/x-www-form-urlencoded",
        args={"translation_id": _own_value("translation_id")},
        states=(State.DRAFT, State.LIVE),
        **OTHERS,
    ),
]

CASES: list[Case] = [*STEPS, *VERSIONS, *PLACES, *WORDS]
