"""What regions are told of the national text: one notice for each article, edition and region."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial_workflows.submissions import LONGEST_MESSAGE
from region_overlays.models import Region, SupplementStanding
from region_overlays.standing import SOUND_STATES


class RegionNotice(models.Model):
    """A national edition after which some of a region's supplements are not current.

    Nobody dismisses it: what is still to be settled is asked of the standings when it is read.
    """

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    sequence = models.BigIntegerField()
    """The national edition."""
    key = models.CharField(max_length=255)
    language = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    """The article's, as published; its last one where the edition takes it down."""
    parts = models.JSONField(default=list)
    """What became of each: [{"part": …, "section": its heading, "state": …, "withheld": …}, …]"""
    message = models.TextField(blank=True, max_length=LONGEST_MESSAGE)
    made_at = models.DateTimeField(auto_now_add=True)

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("notice to a region")
        verbose_name_plural = _("notices to regions")
        constraints = [
            models.UniqueConstraint(fields=["region", "sequence"], name="region_notice_once")
        ]
        indexes = [models.Index(fields=["region", "key"], name="region_notice_key")]

    def __str__(self) -> str:
        return f"{self.region_id}: {self.key}/{self.language} {self.sequence}"

    def part_names(self) -> list[str]:
        return [one["part"] for one in self.parts]


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """A notice, and how those of its supplements stand now that are still to be settled."""

    notice: RegionNotice
    standings: tuple[SupplementStanding, ...]


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """An article's open notices to a region, the newest first."""

    notices: tuple[OpenNotice, ...]

    @property
    def newest(self) -> RegionNotice:
        return self.notices[0].notice

    @property
    def standings(self) -> list[SupplementStanding]:
        """Those that are to be settled, each once."""
        return list({one.part: one for open in self.notices for one in open.standings}.values())

    @property
    def withheld(self) -> int:
        return sum(one.is_withheld for one in self.standings)

    @property
    def sections(self) -> dict[str, str]:
        """Part → the heading above it."""
        oldest_first = (one.notice for one in reversed(self.notices))
        return {part["part"]: part["section"] for one in oldest_first for part in one.parts}

    @property
    def messages(self) -> list[str]:
        return list(dict.fromkeys(one.notice.message for one in self.notices if one.notice.message))


def open_notices(regions: Collection[str]) -> list[OpenNotice]:
    """Those with something left to settle, the newest first; two statements."""
    unsettled = SupplementStanding.objects.filter(region__in=regions)
    standings = {one.part: one for one in unsettled.exclude(status__in=SOUND_STATES)}
    if not standings:
        return []
    keys = {one.key for one in standings.values()}
    notices = RegionNotice.objects.filter(region__in=regions, key__in=keys)
    return still_open(notices.select_related("region").order_by("-sequence"), standings)


def still_open(
    newest_first: Iterable[RegionNotice], standings: dict[str, SupplementStanding]
) -> list[OpenNotice]:
    """`standings` are those that are not sound, by part.

    Of the notices from before a supplement was last published only the newest still speaks of it:
    what they told was seen to then, or is told by that one.
    """
    found, told = [], set()
    for notice in newest_first:
        named = [standings[part] for part in notice.part_names() if part in standings]
        held = [one for one in named if one.part not in told or one.sequence < notice.sequence]
        told |= {one.part for one in named}
        if held:
            found.append(OpenNotice(notice, tuple(held)))
    return found


def by_article(newest_first: Iterable[OpenNotice]) -> list[ChangedArticle]:
    """One for each article and region, in the order of their newest notices."""
    found: dict[tuple[str, str, str], list[OpenNotice]] = {}
    for one in newest_first:
        place = (one.notice.region_id, one.notice.key, one.notice.language)
        found.setdefault(place, []).append(one)
    return [ChangedArticle(tuple(notices)) for notices in found.values()]
