"""What a region's supplements hold it to: it steps back from nothing that readers are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from wagtail.models import Revision, WorkflowState

from content_models.editions.models import CurrentEdition
from content_models.in_use.uses import uses_of
from content_models.in_use.versions import How
from content_models.keys import ArticleKey
from content_models.languages import language_of
from content_models.models import ApprovingBody
from region_overlays.pages import SupplementPage
from region_overlays.region import Region

Held = Mapping[str, set[int]]
"""A kind, a language or a body's name → the pages of the supplements that hold the region to it."""
IN_FORCE = frozenset({How.PUBLISHED, How.DRAFT})


def by_kind(region: Region) -> Held:
    """Of the supplements that are shown, or on their way to be."""
    pages = _shown_or_on_their_way(region)
    keys = {page.article_key for page in pages}
    kinds = dict(ArticleKey.objects.filter(key__in=keys).values_list("key", "kind"))
    return _grouped((kinds.get(page.article_key, ""), page.pk) for page in pages)


def by_language(region: Region) -> Held:
    """Of the supplements that are shown, or on their way to be."""
    pages = _shown_or_on_their_way(region)
    return _grouped((language_of(page.locale_id), page.pk) for page in pages)


def by_body(region: Region, bodies: Collection[ApprovingBody]) -> Held:
    """Of the supplements that are shown as one of these approved them, or whose draft names it."""
    live = CurrentEdition.objects.filter(region=region.pk, tombstone=False)
    approved = live.filter(edition__approved_by__in=[body.name for body in bodies])
    pairs = list(approved.values_list("edition__approved_by", "page_id"))
    own = set(SupplementPage.objects.filter(region=region).values_list("pk", flat=True))
    for body in bodies:
        uses = uses_of([body]).get(str(body.pk), {})
        pairs += [(body.name, pk) for pk, how in uses.items() if how in IN_FORCE and pk in own]
    return _grouped(pairs)


def _shown_or_on_their_way(region: Region) -> list[SupplementPage]:
    """Live, under review, sent back, or approved for a time to come."""
    reviewed = WorkflowState.objects.active().values_list("object_id", flat=True)
    to_come = Revision.objects.filter(approved_go_live_at__isnull=False)
    awaited = {int(pk) for pk in (*reviewed, *to_come.values_list("object_id", flat=True))}
    pages = SupplementPage.objects.filter(region=region)
    return [page for page in pages.defer("body") if page.live or page.pk in awaited]


def _grouped(pairs: Iterable[tuple[str, int]]) -> Held:
    found: dict[str, set[int]] = defaultdict(set)
    for name, page in pairs:
        found[name].add(page)
    return found
