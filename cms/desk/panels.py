"""The home page's panels: the few most pressing of each concern, how many there are, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.desk import details
from cms.desk.concerns import CONCERN_NAMES, Concern, concerning
from cms.desk.filters import MINE
from cms.desk.links.listing import ARTICLES, SUPPLEMENTS, broken, of_rows
from cms.desk.links.wording import wrong_with
from cms.desk.readership import Readership, articles_for, supplements_for
from cms.desk.row import DeskRow
from cms.desk.shown import url_of
from editorial_workflows import desk
from region_overlays.models import SupplementStanding

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Item:
    title: str
    url: str | None
    detail: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    name: str
    heading: str
    items: Sequence[Item]
    total: int
    more: str
    """The full list."""
    is_quiet: bool = False
    """Shown only when there is something."""


Detail = Callable[[Sequence[DeskRow]], dict[int, tuple[str, bool]]]
"""Rows → what is said of each, and whether it is urgent."""
MORE: dict[Concern, tuple[Any, Detail]] = {
    Concern.MINE: (F("page__latest_revision_created_at").desc(), details.states),
    Concern.REVIEW: (F("review_by").asc(), details.review_dates),
    Concern.CHANGED: (F("page__latest_revision_created_at").asc(), details.changes),
    Concern.COUNTERPART: (F("page__last_published_at").desc(), details.counterparts),
    Concern.OUTDATED: (F("page__last_published_at").desc(), details.outdated),
    Concern.UNTRANSLATED: (F("page__last_published_at").desc(), details.missing_languages),
}
"""Concern → what is most pressing, and what is said of it."""
NATIONAL_QUIET = frozenset({Concern.COUNTERPART, Concern.OUTDATED, Concern.UNTRANSLATED})


def counted(rows: QuerySet[Any], *order: Any) -> tuple[list[Any], int]:
    """The first few and how many there are, in one statement."""
    found = list(rows.annotate(total=Window(Count("*"))).order_by(*order, "pk")[:SHOWN])
    return found, found[0].total if found else 0


def of_concern(concern: Concern, user: Any, readership: Readership, *, regional: bool) -> Panel:
    """A concern of the national articles, or of the supplements, that the user answers for."""
    order, say = MORE[concern]
    rows_of = supplements_for if regional else articles_for
    scope = readership.regional if regional else readership.national
    if concern is Concern.MINE:
        scope = rows_of(readership)
    rows = DeskRow.objects.filter(scope & concerning(concern, user)).select_related("page")
    found, total = counted(rows, order)
    said = say(found)
    return Panel(
        name=f"{concern}-regional" if regional else str(concern),
        heading=heading_of(concern, regional=regional),
        items=[
            Item(row.page.draft_title or row.page.title, url_of(row, readership), *said[row.pk])
            for row in found
        ],
        total=total,
        more=more_of(concern, regional=regional),
        is_quiet=concern in NATIONAL_QUIET,
    )


def heading_of(concern: Concern, *, regional: bool) -> str:
    name = str(CONCERN_NAMES[concern])
    return _("Supplements: %(concern)s") % {"concern": name.lower()} if regional else name


def more_of(concern: Concern, *, regional: bool) -> str:
    query = {"concern": str(concern)} | ({} if concern is Concern.MINE else {"scope": MINE})
    return f"{reverse('desk:supplements' if regional else 'desk:articles')}?{urlencode(query)}"


def broken_links(readership: Readership, *, regional: bool) -> Panel:
    scope = readership.regional if regional else readership.national
    texts = SUPPLEMENTS if regional else ARTICLES
    found, total = counted(broken().filter(of_rows(scope)), F("row__title_order").asc())
    return Panel(
        name="links-regional" if regional else "links",
        heading=heading_of(Concern.LINKS, regional=regional),
        items=[
            Item(link.row.page.title, url_of(link.row, readership), _where(link)) for link in found
        ],
        total=total,
        more=f"{reverse('desk:links')}?{urlencode({'of': texts, 'scope': MINE})}",
    )


def unsettled(user: Any, readership: Readership) -> Panel:
    """The supplements that the national text has moved away from: withheld, lost, then the rest."""
    rows = DeskRow.objects.filter(readership.regional & concerning(Concern.UNSETTLED, user))
    standing = SupplementStanding.objects.filter(page_id=OuterRef("pk"))
    found, total = counted(
        rows.select_related("page").annotate(
            withheld=Subquery(standing.values("is_withheld")[:1]),
            status=Subquery(standing.values("status")[:1]),
            until=Subquery(standing.values("valid_until")[:1]),
        ),
        F("withheld").desc(),
        F("status").asc(),
    )
    return Panel(
        name=str(Concern.UNSETTLED),
        heading=str(CONCERN_NAMES[Concern.UNSETTLED]),
        items=[
            Item(
                row.page.draft_title,
                reverse("supplementing:settle", args=[row.pk]),
                *details.standing(row.status, row.until, is_withheld=row.withheld),
            )
            for row in found
        ],
        total=total,
        more=more_of(Concern.UNSETTLED, regional=True),
    )


def _where(link: Any) -> str:
    place = link.section_title or link.section
    if not place:
        return wrong_with(link)
    quoted = _("%(place)s, “%(words)s”") % {"place": place, "words": link.words}
    words = quoted if link.words else place
    return f"{words}: {wrong_with(link)}"


def waiting(user: Any) -> Panel:
    queue = desk.waiting_for(user)
    return _submissions("waiting", _("Waits for me"), queue, reverse("approvals:desk"))


def handed_in(user: Any) -> Panel:
    queue = desk.handed_in_by(user)
    return _submissions("handed-in", _("Handed in by me"), queue, reverse("approvals:mine"))


def _submissions(name: str, heading: str, queue: QuerySet[Any], more: str) -> Panel:
    found = list(queue[:SHOWN])
    return Panel(
        name=name,
        heading=heading,
        items=[
            Item(one.title, reverse("approvals:review", args=[one.pk]), *details.submission(one))
            for one in found
        ],
        total=queue.count() if len(found) == SHOWN else len(found),
        more=more,
    )


def to_read(scope: Q) -> Panel:
    """The latest drafts, for those who only read them."""
    drafts = DeskRow.objects.filter(scope, page__has_unpublished_changes=True)
    order = F("page__latest_revision_created_at").desc()
    found, total = counted(drafts.select_related("page"), order)
    said = details.states(found)
    return Panel(
        name="to-read",
        heading=_("Drafts to read"),
        items=[
            Item(row.page.draft_title, reverse("approvals:read", args=[row.pk]), *said[row.pk])
            for row in found
        ],
        total=total,
        more=reverse("approvals:drafts"),
    )


def locked(user: Any, readership: Readership) -> Panel:
    """What nobody else can change until the user unlocks it."""
    readable = articles_for(readership) | supplements_for(readership)
    rows = DeskRow.objects.filter(readable, page__locked=True, page__locked_by=user.pk)
    found, total = counted(rows.select_related("page"), F("page__locked_at").asc())
    return Panel(
        name="locked",
        heading=_("Locked by me"),
        items=[
            Item(row.page.draft_title, url_of(row, readership), details.since(row.page.locked_at))
            for row in found
        ],
        total=total,
        more="",
        is_quiet=True,
    )


def shown(panels: Iterable[Panel]) -> list[Panel]:
    return [panel for panel in panels if panel.total or not panel.is_quiet]
