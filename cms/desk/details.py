"""What the home page says of each item beneath its title, for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from cms.desk.names import LANGUAGES, language_name
from cms.desk.row import DeskRow
from cms.desk.states import STATE_NAMES, states_of
from content_models.editions.models import CurrentEdition
from content_models.vocabulary import SOURCE_LANGUAGE, ChangeClass
from editorial_workflows.submissions import Submission
from region_overlays.languages import is_behind_source
from region_overlays.place_panel import STATUS_NAMES
from region_overlays.staleness import Status, has_expired

Said = dict[int, tuple[str, bool]]
"""Page id → words, and whether it is urgent."""


def since(moment: datetime | None) -> str:
    if moment is None:
        return ""
    if now() - moment < timedelta(minutes=1):
        return _("a moment ago")
    return _("%(time)s ago") % {"time": timesince(moment, depth=1)}


def states(rows: Sequence[DeskRow]) -> Said:
    found = states_of([row.page for row in rows])
    return {
        row.pk: (
            _("%(state)s, changed %(when)s")
            % {
                "state": STATE_NAMES[found[row.pk]],
                "when": since(row.page.latest_revision_created_at),
            },
            False,
        )
        for row in rows
    }


def review_dates(rows: Sequence[DeskRow]) -> Said:
    today = localdate()
    return {row.pk: _review_date(row, today) for row in rows}


def _review_date(row: DeskRow, today: Any) -> tuple[str, bool]:
    day = {"day": date_format(row.review_by, "j F Y")} if row.review_by else {"day": "–"}
    if row.review_by and row.review_by < today:
        return _("Was to be reviewed by %(day)s") % day, True
    return _("To be reviewed by %(day)s") % day, False


def changes(rows: Sequence[DeskRow]) -> Said:
    return {
        row.pk: (
            _("Changed %(when)s, not handed in")
            % {"when": since(row.page.latest_revision_created_at)},
            False,
        )
        for row in rows
    }


def counterparts(rows: Sequence[DeskRow]) -> Said:
    return {row.pk: (_counterpart(row), False) for row in rows}


def _counterpart(row: DeskRow) -> str:
    if not row.counterpart_key:
        return _("No counterpart is named")
    return _("The counterpart “%(key)s” is not published.") % {"key": row.counterpart_key}


def outdated(rows: Sequence[DeskRow]) -> Said:
    """The languages that are older than their source."""
    parts = _national([row.key for row in rows])
    said = {}
    for row in rows:
        source = parts[row.key].get(SOURCE_LANGUAGE)
        changed = source.substantive_sequence if source else 0
        older = [
            language_name(language).lower()
            for language, part in parts[row.key].items()
            if is_behind_source(language, part.edition_id, source_substantive_sequence=changed)
        ]
        said[row.pk] = (
            _("Older than the source: %(languages)s") % {"languages": ", ".join(older)},
            True,
        )
    return said


def missing_languages(rows: Sequence[DeskRow]) -> Said:
    parts = _national([row.key for row in rows])
    return {
        row.pk: (
            _("Not in %(languages)s")
            % {
                "languages": ", ".join(
                    name.lower() for code, name in LANGUAGES.items() if code not in parts[row.key]
                )
            },
            False,
        )
        for row in rows
    }


def _national(keys: list[str]) -> dict[str, dict[str, CurrentEdition]]:
    """Key → language → what is live."""
    found: dict[str, dict[str, CurrentEdition]] = defaultdict(dict)
    live = CurrentEdition.objects.filter(key__in=keys, region="", tombstone=False)
    for part in live.order_by(F("language")):
        found[part.key][part.language] = part
    return found


def standing(status: str, until: date | None, *, is_withheld: bool) -> tuple[str, bool]:
    """How a supplement stands; urgent if readers do not get it."""
    if has_expired(until, localdate()):
        return str(STATUS_NAMES[Status.EXPIRED]), True
    if is_withheld:
        return _("Held back from readers since a safety change"), True
    return str(STATUS_NAMES[Status(status)]), status == Status.ANCHOR_LOST


def submission(item: Submission) -> tuple[str, bool]:
    state = item.workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("Sent back"), True
    words = f"{item.get_change_class_display()}, {since(item.submitted_at)}"
    return words, item.change_class == ChangeClass.SAFETY
