"""The words of a region's letter: plain text, in Swedish whatever its reader's admin speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from cms.desk.notices import place_to_settle
from cms.digest_contents import Contents, Dated
from editorial_workflows.regional_notices import ChangedArticle
from region_overlays.models import SupplementStanding
from region_overlays.staleness import Status

LONGEST_LIST = 30
LONGEST_QUOTE = 60
STATES = {
    Status.NATIONAL_CHANGED.value: gettext_lazy("the text there has been changed"),
    Status.ANCHOR_LOST.value: gettext_lazy("its place is gone"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    body: str


def letter_of(contents: Contents) -> Letter:
    with override(settings.LANGUAGE_CODE):
        return Letter(_subject(contents), "\n".join(_lines(contents)) + "\n")


def _subject(contents: Contents) -> str:
    number = len(contents.changed)
    what = ngettext(
        "%(number)d article changed nationally", "%(number)d articles changed nationally", number
    )
    said = what % {"number": number} if number else _("Supplements to review or renew")
    # A line break would end the header.
    return " ".join(f"{settings.WAGTAIL_SITE_NAME}: {said} – {contents.region.name}".split())


def _lines(contents: Contents) -> Iterator[str]:
    yield _("This is about the supplements of %(region)s.") % {"region": contents.region.name}
    if contents.changed:
        yield from _heading(_("Changed nationally"))
        for changed in contents.changed[:LONGEST_LIST]:
            yield from _changed(changed)
        yield from _rest(contents.changed)
    if contents.waiting:
        earlier = ngettext(
            "%(number)d article that you were told of earlier still waits for you.",
            "%(number)d articles that you were told of earlier still wait for you.",
            contents.waiting,
        )
        yield from ("", earlier % {"number": contents.waiting})
    yield from _dated(_("Review date has passed"), contents.to_review, _("was to be reviewed by"))
    ended = [one for one in contents.ending if one.day < contents.today]
    yield from _dated(_("No longer shown"), ended, _("last day was"))
    ending = [one for one in contents.ending if one.day >= contents.today]
    yield from _dated(_("Ends within a month"), ending, _("last day is"))
    yield from (
        "",
        _("Your home page: %(address)s") % {"address": _on_this_host(reverse("wagtailadmin_home"))},
        "",
        "-- ",
    )
    yield _(
        "The editors and approvers of the region get this letter, at most once a day and only when "
        "there is something new. Who has switched off every notification in their account gets "
        "none: %(address)s"
    ) % {"address": _on_this_host(reverse("wagtailadmin_account"))}


def _heading(text: str) -> Iterator[str]:
    yield from ("", text.upper())


def _changed(changed: ChangedArticle) -> Iterator[str]:
    newest = changed.newest
    day = date_format(localtime(newest.made_at), "j F Y")
    yield from ("", _("%(title)s, changed %(day)s") % {"title": newest.title, "day": day})
    if changed.withheld:
        yield _("HELD BACK from readers until you have confirmed: %(number)d") % {
            "number": changed.withheld
        }
    for standing in sorted(changed.standings, key=lambda one: not one.is_withheld):
        section = changed.sections[standing.part]
        yield f"- {_place(section, standing.quote)}: {_state(standing)}"
    for message in changed.messages:
        yield _("From the national editors:")
        yield from (f"> {line}" for line in message.splitlines())
    yield _on_this_host(place_to_settle(newest.region_id, newest.language, newest.key))


def _place(section: str, quote: str) -> str:
    if not quote:
        return _("%(section)s, last in the section") % {"section": section}
    words = Truncator(quote).chars(LONGEST_QUOTE)
    return _("%(section)s, after “%(words)s”") % {"section": section, "words": words}


def _state(standing: SupplementStanding) -> str:
    said = str(STATES[standing.status])
    return _("%(state)s; held back") % {"state": said} if standing.is_withheld else said


def _dated(heading: str, found: Sequence[Dated], words: str) -> Iterator[str]:
    if not found:
        return
    yield from _heading(heading)
    for one in found[:LONGEST_LIST]:
        yield f"- {one.title}: {words} {one.day:%Y-%m-%d}"
    yield from _rest(found)


def _rest(found: Sequence[object]) -> Iterator[str]:
    more = len(found) - LONGEST_LIST
    if more > 0:
        yield _("… and %(number)d more") % {"number": more}


def _on_this_host(path: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
