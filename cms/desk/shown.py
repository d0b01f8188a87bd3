"""What is shown of the desk's rows, for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from cms.desk.names import kind_name, language_name
from cms.desk.readership import Readership
from cms.desk.row import DeskRow
from cms.desk.states import STATE_NAMES, State, states_of
from content_models.models import ArticleCode


class Shown:
    """A row as its list's columns and its file read it."""

    def __init__(self, row: DeskRow, state: State, codes: list[str], url: str | None) -> None:
        self.pk = row.pk
        self.row = row
        self.key = row.key
        self.state = state
        self.codes = codes
        self.url = url
        self.review_by = row.review_by

    shown_title: str
    changed: datetime | None

    @property
    def kind_name(self) -> str:
        return kind_name(self.row.kind)

    @property
    def area_name(self) -> str:
        return str(self.row.area or "")

    @property
    def region_name(self) -> str:
        return str(self.row.region or "")

    @property
    def language_name(self) -> str:
        return language_name(self.row.language)

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[self.state])

    @property
    def code_list(self) -> str:
        return ", ".join(self.codes)

    @property
    def changed_on(self) -> str:
        return date_format(localtime(self.changed), "Y-m-d") if self.changed else "–"

    @property
    def review_on(self) -> str:
        return date_format(self.review_by, "Y-m-d") if self.review_by else "–"


def decorated(rows: Collection[DeskRow], readership: Readership, *, drafts: bool) -> list[Shown]:
    """Three statements however many there are; without `drafts`, what is published alone."""
    states = states_of([row.page for row in rows]) if drafts else {}
    codes = codes_of([row.pk for row in rows])
    found = []
    for row in rows:
        shown = Shown(row, states.get(row.pk, State.LIVE), codes[row.pk], url_of(row, readership))
        page = row.page
        shown.shown_title = (drafts and page.draft_title) or page.title
        shown.changed = page.latest_revision_created_at if drafts else page.last_published_at
        found.append(shown)
    return found


def codes_of(pages: Collection[int]) -> dict[int, list[str]]:
    """Page id → its codes, in the editors' order."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = ArticleCode.objects.filter(page_id__in=pages).order_by("sort_order", "pk")
    for page, code in rows.values_list("page_id", "code__code"):
        found[page].append(code)
    return found


def url_of(row: DeskRow, readership: Readership) -> str | None:
    """Where a title leads: to the editor, to the draft, or nowhere for what may not be read."""
    region: Any = row.region_id
    if readership.edits(row.kind, region):
        return reverse("wagtailadmin_pages:edit", args=[row.pk])
    if region is not None or readership.reads_national_drafts:
        return reverse("approvals:read", args=[row.pk])
    return None
