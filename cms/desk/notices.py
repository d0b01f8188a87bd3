"""What regions' people are told on their home page of the national text, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.desk.concerns import Concern
from cms.desk.details import since
from cms.desk.panels import SHOWN, Item, Panel, more_of
from editorial_workflows.mandates import mandates_of
from editorial_workflows.regional_notices import ChangedArticle, by_article, open_notices


def changed_nationally(user: Any) -> Iterator[Panel]:
    """For those with a region's mandate: who reads everything has no supplements to settle."""
    regions = {one.region_id for one in mandates_of(user) if one.region_id}
    changed = by_article(open_notices(regions)) if regions else []
    if not changed:
        return
    yield Panel(
        name="changed-nationally",
        heading=_("Changed nationally"),
        items=[_item(one, name_region=len(regions) > 1) for one in changed[:SHOWN]],
        total=len(changed),
        more=more_of(Concern.UNSETTLED, regional=True),
    )


def place_to_settle(region: str, language: str, key: str) -> str:
    """The address, on this host, where a region sees to its supplements to an article."""
    return reverse("supplementing:outline", args=[region, language, key])


def _item(changed: ChangedArticle, *, name_region: bool) -> Item:
    newest = changed.newest
    title = f"{newest.title} ({newest.region})" if name_region else newest.title
    return Item(
        title=title,
        url=place_to_settle(newest.region_id, newest.language, newest.key),
        detail=" ".join(_said_of(changed)),
        is_urgent=bool(changed.withheld),
    )


def _said_of(changed: ChangedArticle) -> Iterator[str]:
    number = len(changed.standings)
    touched = ngettext(
        "%(number)d supplement to see to, changed %(when)s.",
        "%(number)d supplements to see to, changed %(when)s.",
        number,
    )
    yield touched % {"number": number, "when": since(changed.newest.made_at)}
    if changed.withheld:
        yield _("Held back from readers: %(number)d.") % {"number": changed.withheld}
    for message in changed.messages:
        yield _("From the national editors: “%(message)s”") % {"message": message}
