"""Telling regions of national editions: a notice for each region that has something to settle."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Max
from django.utils.timezone import localdate

from content_models.approvals import Approval
from content_models.editions.models import Edition
from editorial_workflows.impact import addition_of
from editorial_workflows.regional_notices import RegionNotice
from editorial_workflows.submissions import Submission
from editorial_workflows.touched import Addition, Touched, touched_by
from region_overlays.keeping import Nationals, nationals_of
from region_overlays.models import SupplementStanding
from region_overlays.staleness import NationalPart
from region_overlays.standing import SOUND_STATES


def tell_regions(editions: Sequence[Edition], **_: Any) -> None:
    """A `standings_kept` receiver, inside the publishing transaction.

    One statement where everything is current after the editions.
    """
    nationals = [one for one in editions if not one.region]
    keys = {one.key for one in nationals}
    unsettled = SupplementStanding.objects.exclude(status__in=SOUND_STATES).filter(key__in=keys)
    sequences = list(unsettled.values_list("sequence", flat=True)) if keys else []
    if not sequences:
        return
    additions = [addition_of(one) for one in Edition.objects.filter(pk__in=sequences)]
    affected = {one.key for one in additions}
    told = [one for one in nationals if one.key in affected]
    RegionNotice.objects.bulk_create(_notices(told, additions, _messages(told)))


def _notices(
    nationals: Sequence[Edition], additions: Sequence[Addition], messages: Mapping[int, str]
) -> Iterator[RegionNotice]:
    """The editions one after the other, each against what was live when it came."""
    earlier = _earlier(nationals)
    before = _as_before(nationals_of({one.key for one in nationals}), nationals, earlier)
    for edition in nationals:
        after = _after(before, edition)
        own = [one for one in additions if one.key == edition.key]
        by_region: dict[str, list[Touched]] = defaultdict(list)
        for touched in touched_by(own, before, after, localdate()):
            by_region[touched.addition.region].append(touched)
        for region, found in by_region.items():
            yield RegionNotice(
                region_id=region,
                sequence=edition.sequence,
                key=edition.key,
                language=edition.language,
                title=_title(edition, earlier.get(edition.part)),
                parts=[_said_of(one) for one in found],
                message=messages.get(edition.approval_id or 0, ""),
            )
        before = after


def _said_of(touched: Touched) -> dict[str, Any]:
    standing = touched.standing
    return {
        "part": touched.addition.part,
        "section": touched.section,
        "state": str(standing.status),
        "withheld": standing.is_withheld,
    }


def _title(edition: Edition, earlier: Edition | None) -> str:
    shown = edition if edition.document else earlier
    return str(json.loads(shown.document)["title"]) if shown and shown.document else edition.key


def _earlier(nationals: Sequence[Edition]) -> dict[str, Edition]:
    """Part → its edition before these; one statement."""
    first = min(one.sequence for one in nationals)
    before = Edition.objects.filter(part__in=[one.part for one in nationals], pk__lt=first)
    latest = before.values("part").annotate(latest=Max("pk")).values("latest")
    return {one.part: one for one in Edition.objects.filter(pk__in=latest)}


def _as_before(
    now: Nationals, appended: Sequence[Edition], earlier: Mapping[str, Edition]
) -> Nationals:
    found = dict(now)
    for edition in appended:
        found.pop((edition.key, edition.language), None)
        if edition.part in earlier:
            found = dict(_after(found, earlier[edition.part]))
    return found


def _after(before: Nationals, edition: Edition) -> Nationals:
    """What is live once the edition is appended; a tombstone leaves nothing."""
    place = (edition.key, edition.language)
    rest = {key: national for key, national in before.items() if key != place}
    if edition.tombstone:
        return rest
    return rest | {place: NationalPart.of(edition)}


def _messages(nationals: Sequence[Edition]) -> dict[int, str]:
    """Approval → what the national editors wrote to the regions when they handed it in."""
    approvals = Approval.objects.filter(pk__in=[one.approval_id or 0 for one in nationals])
    rounds = dict(approvals.exclude(submission_id=None).values_list("pk", "submission_id"))
    written = Submission.objects.in_bulk(set(rounds.values()))
    return {
        approval: written[submission].message_to_regions
        for approval, submission in rounds.items()
        if submission in written
    }
