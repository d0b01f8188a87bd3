"""What asks for somebody's attention: each concern is a condition on the desk's rows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cms.desk.links.model import InternalLink
from cms.desk.states import State, in_state
from content_models.editions.models import CurrentEdition
from content_models.vocabulary import SOURCE_LANGUAGE, Kind
from region_overlays.models import SupplementStanding

WARNING_MONTHS = 3
PAIRED_KINDS = (Kind.KNOWLEDGE_SUPPORT, Kind.CITIZEN_ARTICLE)
"""The kinds that say the same to two audiences."""


class Concern(StrEnum):
    MINE = "mine"
    REVIEW = "review"
    CHANGED = "changed"
    COUNTERPART = "counterpart"
    OUTDATED = "outdated"
    UNTRANSLATED = "untranslated"
    LINKS = "links"
    UNSETTLED = "unsettled"


CONCERN_NAMES = {
    Concern.MINE: _("My drafts"),
    Concern.REVIEW: _("Due for review"),
    Concern.CHANGED: _("Changed after approval"),
    Concern.COUNTERPART: _("Missing counterpart"),
    Concern.OUTDATED: _("Translations out of date"),
    Concern.UNTRANSLATED: _("Missing translations"),
    Concern.LINKS: _("Broken links and anchors"),
    Concern.UNSETTLED: _("Supplements to look at"),
}


def months_after(day: date, months: int) -> date:
    """The same day some months later, or that month's last.

    >>> months_after(date(2025, 11, 30), 3)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _mine(user: Any) -> Q:
    return Q(page__has_unpublished_changes=True, page__latest_revision__user=user.pk)


def _due(_user: Any) -> Q:
    return Q(review_by__lte=months_after(localdate(), WARNING_MONTHS), page__live=True)


def _changed(_user: Any) -> Q:
    return in_state(State.LIVE_CHANGED)


def _source() -> Q:
    return Q(page__live=True, language=SOURCE_LANGUAGE)


def _national() -> QuerySet[CurrentEdition]:
    return CurrentEdition.objects.filter(region="", tombstone=False)


def _lacks_counterpart(_user: Any) -> Q:
    pair = _national().filter(key=OuterRef("counterpart_key"))
    return _source() & Q(kind__in=PAIRED_KINDS) & ~Q(Exists(pair))


def _outdated(_user: Any) -> Q:
    """It has a translation that is older than what it last said."""
    older = _national().filter(key=OuterRef("key"), edition_id__lt=OuterRef("substantive_sequence"))
    sources = _national().filter(language=SOURCE_LANGUAGE)
    outdated = sources.filter(Exists(older.exclude(language=SOURCE_LANGUAGE)))
    return _source() & Q(key__in=outdated.values("key"))


def _untranslated(_user: Any) -> Q:
    """It lacks one of the languages that are configured."""
    wanted = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    counted = _national().filter(language__in=wanted).values("key").annotate(held=Count("pk"))
    return _source() & ~Q(key__in=counted.filter(held__gte=len(wanted)).values("key"))


def _linked_wrongly(_user: Any) -> Q:
    return Q(pk__in=InternalLink.objects.exclude(fault="").values("row"))


def _unsettled(_user: Any) -> Q:
    """A supplement whose national text has changed, whose place is gone or whose time is over."""
    return Q(pk__in=SupplementStanding.objects.unsettled(localdate()).values("page_id"))


CONDITIONS: dict[Concern, Callable[[Any], Q]] = {
    Concern.MINE: _mine,
    Concern.REVIEW: _due,
    Concern.CHANGED: _changed,
    Concern.COUNTERPART: _lacks_counterpart,
    Concern.OUTDATED: _outdated,
    Concern.UNTRANSLATED: _untranslated,
    Concern.LINKS: _linked_wrongly,
    Concern.UNSETTLED: _unsettled,
}


def concerning(concern: Concern, user: Any) -> Q:
    """The concern as a condition on the desk's rows."""
    return CONDITIONS[concern](user)
