"""The pages, and what else there is, that use something, as one person may be told of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from content_models.in_use.versions import How

MOST_SHOWN = 100
NOTES = {
    How.PUBLISHED: _("in what is published"),
    How.DRAFT: _("in a draft"),
    How.BEFORE: _("in an earlier version"),
    How.APPROVED: _("approved by it"),
}


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page that someone may be told of, and where they may read it."""

    pk: int
    title: str
    """The draft's for those who may read it, else the published one."""
    kind: str
    """What it is, and in which language."""
    url: str | None
    is_live: bool
    is_readable: bool
    """Whether they may read its drafts."""


@dataclass(frozen=True, slots=True)
class Place:
    title: str
    kind: str
    url: str | None
    note: str
    """How the page uses it."""


@dataclass(frozen=True, slots=True)
class Places:
    shown: list[Place]
    cut: int
    """How many more they may be told of: too many to list."""
    hidden: int
    """How many others there are: not theirs to read, or gone."""

    @property
    def count(self) -> int:
        return len(self.shown) + self.cut + self.hidden


ShowPages = Callable[[Any, Collection[int]], list[ShownPage]]


def pages_shown_to(user: Any, pks: Collection[int]) -> list[ShownPage]:
    """Those of the pages that are published, or whose drafts the user may read; by title.

    Who may read drafts is decided above this layer, by the function that PAGES_SHOWN_TO names.
    """
    show: ShowPages = import_string(settings.PAGES_SHOWN_TO)
    return show(user, pks)


def places_for(user: Any, pages: Mapping[int, How], holders: Sequence[models.Model] = ()) -> Places:
    """The pages in words, with a link where the user may read them; after them the holders."""
    told = [page for page in pages_shown_to(user, pages) if _may_be_told(page, pages[page.pk])]
    places = [
        Place(page.title, page.kind, page.url, str(NOTES[pages[page.pk]]))
        for page in told[:MOST_SHOWN]
    ]
    places += [_place_of(user, holder) for holder in holders]
    return Places(places, cut=max(0, len(told) - MOST_SHOWN), hidden=len(pages) - len(told))


def _place_of(user: Any, holder: models.Model) -> Place:
    """What is no page is public: regions are."""
    url = AdminURLFinder(user).get_edit_url(holder)
    return Place(str(holder), str(holder._meta.verbose_name), url, str(_("in its settings")))


def _may_be_told(page: ShownPage, how: How) -> bool:
    """That a draft names something is a part of the draft."""
    return page.is_readable or (page.is_live and how in {How.PUBLISHED, How.APPROVED})
