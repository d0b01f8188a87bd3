"""What is asked for: texts of a region, of another, and national ones, in every state."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from content_models.models import FolderPage
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from editorial_workflows.submissions import Submission
from tests.factories import people
from tests.factories.published import section, text
from tests.factories.reviewing import (
    approved,
    changed,
    handed_in,
    latest,
    published_nationally,
    regional,
    written,
)

from .roles import AREA, OTHER, OWN


class Owner(StrEnum):
    """Whose text it is."""

    OWN = "region 14's"
    OTHER = "region 12's"
    NATIONAL = "a national article"
    YOUTH = "a youth page"


class State(StrEnum):
    DRAFT = "draft"
    REVIEWED = "in workflow"
    """Handed in; waits for the one who approves, a youth page for who reviews it for children."""
    WITH_EXPERTS = "in workflow, with the experts"
    LIVE = "live"
    """With changes in a newer draft."""
    WITHDRAWN = "withdrawn"
    """With changes in a newer draft."""


IN_REVIEW = frozenset({State.REVIEWED, State.WITH_EXPERTS})
PUBLISHED = frozenset({State.LIVE, State.WITHDRAWN})


@dataclass(slots=True)
class Thing:
    """A page, and the word in its draft's title and text that was never published."""

    owner: Owner
    state: State
    secret: str
    page: Any = None
    submission: Submission | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    """What the page has besides, by name: its translation, for one."""

    def __str__(self) -> str:
        return f"{self.owner}, {self.state}"

    @property
    def region(self) -> str | None:
        return {Owner.OWN: OWN, Owner.OTHER: OTHER}.get(self.owner)

    @property
    def task_state(self) -> Any:
        """The step that it is at, or was at last; None for what was never handed in."""
        state = self.submission.workflow_state if self.submission else None
        return state.current_task_state if state else None


NOT_MADE = {(owner, State.WITH_EXPERTS) for owner in Owner if owner is not Owner.NATIONAL}
NOT_MADE |= {(Owner.YOUTH, State.WITHDRAWN)}


def every_thing() -> list[Thing]:
    """One page of each owner in each state.

    Only the national article is also with the experts; a youth page differs from it in who writes
    and reviews it, not in how it is withdrawn.
    """
    national = published_nationally("grund", title="Grund")
    things = [_thing(owner, state) for owner in Owner for state in State]
    kept = [thing for thing in things if (thing.owner, thing.state) not in NOT_MADE]
    for thing in kept:
        _make(thing, national)
    return kept


def subfolders() -> dict[Owner, FolderPage]:
    """Where national texts may be moved to."""
    kinds = {Owner.NATIONAL: Kind.KNOWLEDGE_SUPPORT, Owner.YOUTH: Kind.YOUTH_PAGE}
    made = {}
    for owner, kind in kinds.items():
        folder = folder_for(kind, "sv").add_child(instance=FolderPage(title="Mapp", slug="mapp"))
        folder.save_revision().publish()
        made[owner] = folder
    return made


def _thing(owner: Owner, state: State) -> Thing:
    place = f"{list(Owner).index(owner)}{list(State).index(state)}"
    return Thing(owner, state, secret=f"hemlig{place}ord")


def _make(thing: Thing, national: Any) -> None:
    writer = _writer(thing.owner)
    thing.page = _written(thing, writer, national)
    if thing.state is State.DRAFT:
        _hide(thing, writer)
    elif thing.state in IN_REVIEW:
        _hide(thing, writer)
        thing.submission = handed_in(thing.page, writer)
        if thing.owner is Owner.NATIONAL and thing.state is State.REVIEWED:
            approved(thing.submission, people.expert("sakkunnig"))
    else:
        thing.submission = handed_in(thing.page, writer)
        for decider in _deciders(thing.owner):
            approved(thing.submission, decider)
        if thing.state is State.WITHDRAWN:
            latest(thing.page).unpublish(user=_deciders(thing.owner)[-1])
        _hide(thing, writer)
    thing.page = latest(thing.page)
    if thing.submission:
        thing.submission.refresh_from_db()


def _writer(owner: Owner) -> Any:
    match owner:
        case Owner.OWN:
            return people.regional_editor(OWN, "rune")
        case Owner.OTHER:
            return people.regional_editor(OTHER, "ragnhild")
        case _:
            return people.editor("skribent")


def _deciders(owner: Owner) -> list[Any]:
    match owner:
        case Owner.OWN:
            return [people.regional_approver(OWN, "roland")]
        case Owner.OTHER:
            return [people.regional_approver(OTHER, "rosa")]
        case Owner.NATIONAL:
            return [people.expert("sakkunnig"), people.approver("godkannare")]
        case Owner.YOUTH:
            return [people.youth_editor("ungkunnig"), people.approver("godkannare")]


def _written(thing: Thing, writer: Any, national: Any) -> Any:
    key = f"{thing.owner.name}-{thing.state.name}".lower().replace("_", "-")
    if thing.region:
        return regional(writer, national, thing.region, id=key)
    kind = Kind.YOUTH_PAGE if thing.owner is Owner.YOUTH else Kind.KNOWLEDGE_SUPPORT
    return written(writer, key, kind=kind, title="Publik titel", programme_area=AREA)


def _hide(thing: Thing, writer: Any) -> None:
    """A draft with the secret in its title and its text."""
    body = text(f"Ett stycke med {thing.secret}.")
    field_name, value = (
        ("body", [body]) if thing.region else ("sections", [section("utredning", body)])
    )
    title = f"Titel med {thing.secret}"
    if thing.state not in PUBLISHED:
        # A page that was never published has its draft's title in the table as well.
        thing.page.title = title
        thing.page.save()
    thing.page = changed(thing.page, writer, **{"title": title, field_name: value})
