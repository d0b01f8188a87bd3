"""A region's own screens: an article with its supplements, moving them, saying they still hold."""

from __future__ import annotations

from typing import Any

from content_models.models import KnowledgeSupportPage
from editorial_workflows.supplementing.settling import situation_of
from region_overlays.models import SupplementPage
from tests.factories.published import revise, section, text

from . import forms
from .cases import Case, at, does, shows
from .desk import WITH_SUPPLEMENTS
from .elsewhere import Entry, opens
from .objects import Owner, State, Thing
from .rules import REGIONAL_ROLES, administrators, editors, nobody, of_owner, readers, writers
from .world import World

OUTLINE, ADVICE = "supplementing:outline", "supplementing:advice"
MOVE, SETTLE = "supplementing:move", "supplementing:settle"
DRAFT, REVIEWED, LIVE, WITHDRAWN = State.DRAFT, State.REVIEWED, State.LIVE, State.WITHDRAWN
REGIONAL: dict[str, Any] = {"owners": (Owner.OWN, Owner.OTHER)}
NATIONAL: dict[str, Any] = {"owners": (Owner.NATIONAL, Owner.YOUTH)}
confirmers = of_owner(own=REGIONAL_ROLES) | administrators
"""Its editors' word waits for an approver's, who says it alone."""

IN_REGION: dict[str, Any] = {
    "region": lambda _world, thing: thing.region,
    "language": "sv",
    "key": lambda _world, thing: thing.page.article_key,
}
AT_END = {"section": "utredning", "after": "", "before": ""}


def _national() -> Any:
    return KnowledgeSupportPage.objects.get(key="grund")


def _with_other_words(_world: World, _thing: Thing) -> None:
    """The national text is published anew."""
    revise(_national(), sections=[section("utredning", text("Andra nationella ord."))])


def _touched(world: World, thing: Thing) -> None:
    """As readers have it, with no draft begun, beside a national text that has changed."""
    SupplementPage.objects.filter(pk=thing.page.pk).update(
        latest_revision=thing.page.live_revision_id, has_unpublished_changes=False
    )
    _with_other_words(world, thing)


def _before(*scenes: Any) -> Any:
    def given(world: World, thing: Thing) -> None:
        for scene in scenes:
            scene(world, thing)

    return given


def _seen(_world: World, thing: Thing) -> dict[str, Any]:
    is_one = isinstance(thing.page, SupplementPage)
    situation = situation_of(thing.page) if is_one else None
    return {"seen": situation.sequence if situation else 0}


def _seen_before(world: World, thing: Thing) -> dict[str, Any]:
    return {"seen": _seen(world, thing)["seen"] - 1}


READING = [
    shows(OUTLINE, readers, args=IN_REGION, **REGIONAL, **at(DRAFT)),
    shows(ADVICE, readers, **REGIONAL),
    shows(ADVICE, nobody, **NATIONAL, **at(DRAFT), what="on an article"),
    shows(SETTLE, readers, **REGIONAL),
    shows(SETTLE, readers, given=_touched, what="beside a change", **REGIONAL, **at(LIVE)),
    shows(SETTLE, nobody, **NATIONAL, **at(LIVE), what="an article"),
]
MOVING = [
    shows(MOVE, writers, **REGIONAL, **at(DRAFT, REVIEWED, LIVE)),
    shows(MOVE, nobody, **NATIONAL, **at(DRAFT), what="an article"),
    does(MOVE, editors, AT_END, **REGIONAL),
    does(MOVE, nobody, AT_END, **NATIONAL, **at(DRAFT, LIVE), what="an article"),
    does(MOVE, nobody, AT_END | {"section": "borta"}, what="nowhere", **REGIONAL, **at(LIVE)),
    does(MOVE, nobody, AT_END | {"after": "borta"}, what="after nothing", **REGIONAL, **at(DRAFT)),
    does(
        MOVE,
        nobody,
        AT_END,
        given=forms.locked,
        what="what another has locked",
        **REGIONAL,
        **at(DRAFT, LIVE),
    ),
]
CONFIRMING = [
    does(
        SETTLE,
        confirmers,
        _seen,
        given=_touched,
        what="still correct",
        publishes=True,
        **REGIONAL,
        **at(LIVE),
    ),
    does(SETTLE, nobody, _seen, what="what nothing has touched", **REGIONAL),
    does(SETTLE, nobody, _seen, what="an article", **NATIONAL, **at(LIVE)),
    does(
        SETTLE,
        nobody,
        _seen_before,
        given=_touched,
        what="beside an older text",
        **REGIONAL,
        **at(LIVE),
    ),
    does(
        SETTLE,
        nobody,
        _seen,
        given=_with_other_words,
        what="with other words in its draft",
        **REGIONAL,
        **at(DRAFT, REVIEWED, LIVE, WITHDRAWN),
    ),
    does(
        SETTLE,
        nobody,
        _seen,
        given=_before(_touched, forms.locked),
        what="what another has locked",
        **REGIONAL,
        **at(LIVE),
    ),
]

CASES: list[Case] = [*READING, *MOVING, *CONFIRMING]

LISTS = ("desk:region_articles", "desk:region_articles_results")
"""What a region has and lacks; its drafts are among what can be asked for."""
ASKED: dict[str, dict[str, Any]] = {
    "": {},
    "searched": {"q": "hemlig"},
    "with a draft": {"has": "draft"},
    "as a file": {"export": "csv"},
}
LISTED: list[Case] = [
    shows(
        address,
        readers,
        args={"region": IN_REGION["region"]},
        query=lambda _world, _thing, query=query: query,
        what=what,
        **REGIONAL,
        **at(DRAFT),
    )
    for what, query in ASKED.items()
    for address in LISTS
]
CASES += LISTED

ENTRIES: list[Entry] = opens(WITH_SUPPLEMENTS, "desk:own_region")
