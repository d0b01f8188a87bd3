"""One's own page asked for with another region's version, step or words: the address is no key."""

from __future__ import annotations

from typing import Any

from region_overlays.models import RegionPage

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


def _beneath(_world: World, thing: Thing) -> dict[str, Any]:
    """What asks where a page is to stand shows its answer again, by its title."""
    pk = thing.page.pk
    named = dict.fromkeys(("new_parent_page", "parent_page", "chooser"), pk)
    return {"new_title": "Kopia", "new_slug": "kopia", **named}


BENEATH: dict[str, Any] = {
    **OTHERS,
    "states": (State.DRAFT, State.REVIEWED),
    "what": "one's own beneath another's",
    "quiet": True,  # the form says no
}
PLACES += [
    does(PAGES + "copy", nobody, _beneath, args=MINE, **BENEATH),
    does(PAGES + "choose_parent", nobody, _beneath, **BENEATH),
    does(PAGES + "move", nobody, _beneath, args={"page_to_move_id": _own_page}, **BENEATH),
    does(
        "wagtail_bulk_action",
        nobody,
        _beneath,
        args={"app_label": "wagtailcore", "model_name": "page", "action": "move"},
        query=lambda world, thing: {"id": _own_page(world, thing)},
        **BENEATH,
    ),
    *[
        asks(
            PAGES + "move_confirm",
            nobody,
            args={"page_to_move_id": _own_page, "destination_id": lambda _w, thing: thing.page.pk},
            **BENEATH,
        )
        for asks in (shows, does)
    ],
]


def _placed_under(region: Any) -> Any:
    """A new supplement, with the place that was signed for a region's page."""

    def form(world: World, thing: Thing) -> Any:
        page = RegionPage.objects.get(pk=region(world, thing))
        return forms.made(world, thing) | {"place": forms.placed(thing, page)}

    return form


def _tampered(world: World, thing: Thing) -> Any:
    form = forms.made(world, thing)
    return form | {"place": form["place"].replace(":", "A:", 1)}


def _nowhere(world: World, thing: Thing) -> Any:
    """As the form was before places were signed: with the article and the section as fields."""
    old = {"article_key": thing.page.article_key, "section_id": "utredning", "place": ""}
    return forms.made(world, thing) | old


BEGUN: dict[str, Any] = {
    **OTHERS,
    "states": (State.DRAFT,),
    "quiet": True,  # the form says no
}
PLACES += [
    does(PAGES + view, nobody, data, args=args, what=what, **BEGUN)
    for view in ("add", "preview_on_add")
    for what, args, data in (
        ("with a place of another's, under one's own", {"parent_page_id": _own_region},
         _placed_under(_other_region)),
        ("with a place of one's own, under another's", {}, _placed_under(_own_region)),
        ("with a place that was changed", {"parent_page_id": _own_region}, _tampered),
        ("without a place", {"parent_page_id": _own_region}, _nowhere),
    )
]  # fmt: skip
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
