"""Following the ledger with the table of links: what was published, and what leads there.

No network is asked. Doing it twice changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from cms.desk.links.document import Link, LinkKind, links_of
from cms.desk.links.faults import Article, Fault, fault_of, target_of
from cms.desk.links.model import LONGEST_WORDS, InternalLink, LinksFollowed
from cms.desk.links.surroundings import surroundings_of
from cms.desk.row import DeskRow
from content_models.editions.head import LedgerPosition, position
from content_models.editions.models import CurrentEdition, Route
from content_models.editions.reading import StoredEdition, editions_after

BATCH = 100
POSITION = 1
BEGINNING = LedgerPosition(0, 0)
ShouldStop = Callable[[], bool]


def follow_links(*, should_stop: ShouldStop = lambda: False) -> int:
    """Bring the table up to the ledger; gives the number of editions that were followed."""
    ledger, followed = position(), _followed()
    if followed == ledger:
        return 0
    if followed.sequence > ledger.sequence:
        return rebuild_links(should_stop=should_stop)
    return _follow_from(followed, ledger, should_stop)


def rebuild_links(*, should_stop: ShouldStop = lambda: False) -> int:
    """Every part's links anew; the list stays readable meanwhile, and a worker may be running."""
    ledger = position()
    InternalLink.objects.exclude(part__in=CurrentEdition.objects.values("part")).delete()
    _followed()
    _note(BEGINNING)
    return _follow_from(BEGINNING, ledger, should_stop)


def _follow_from(followed: LedgerPosition, ledger: LedgerPosition, should_stop: ShouldStop) -> int:
    count = 0
    while not should_stop():
        editions = editions_after(followed.sequence, limit=BATCH, documents=False)
        if not editions:
            _judge_again(_moved())
            _note(LedgerPosition(followed.sequence, ledger.reference))
            break
        followed = LedgerPosition(editions[-1].sequence, followed.reference)
        _follow(editions, followed)
        count += len(editions)
    return count


def _followed() -> LedgerPosition:
    row, _created = LinksFollowed.objects.get_or_create(pk=POSITION)
    return LedgerPosition(row.sequence, row.reference)


def _note(where: LedgerPosition) -> None:
    LinksFollowed.objects.filter(pk=POSITION).update(**where._asdict())


def _follow(editions: Sequence[StoredEdition], position: LedgerPosition) -> None:
    """Their parts' links anew, and then the links of others that lead to the same articles."""
    parts = {edition.part for edition in editions}
    made = _made(parts)
    with transaction.atomic():
        # Another worker waits here, and then replaces the same rows by the same ones.
        list(LinksFollowed.objects.select_for_update().filter(pk=POSITION))
        InternalLink.objects.filter(part__in=parts).delete()
        InternalLink.objects.bulk_create(made)
    _judge_again(InternalLink.objects.filter(target_key__in={edition.key for edition in editions}))
    _note(position)


def _made(parts: Collection[str]) -> list[InternalLink]:
    hosts = [urlsplit(settings.BASE_URL).netloc]
    live = CurrentEdition.objects.filter(part__in=parts, tombstone=False).select_related("edition")
    on_desk = set(
        DeskRow.objects.filter(pk__in=live.values("page_id")).values_list("pk", flat=True)
    )
    made = [
        row_of(part, link)
        for part in live
        if part.page_id in on_desk
        for link in links_of(json.loads(part.edition.document), hosts=hosts)
    ]
    _judge(made)
    return made


def row_of(part: CurrentEdition, link: Link) -> InternalLink:
    return InternalLink(
        row_id=part.page_id,
        part=part.part,
        key=part.key,
        language=part.language,
        kind=link.kind,
        section=link.section[:LONGEST_WORDS],
        section_title=link.section_title[:LONGEST_WORDS],
        words=link.words[:LONGEST_WORDS],
        href=link.href,
        path=link.path,
        fragment=link.fragment,
        block=link.block,
        target_key=link.key,
    )


def link_of(row: InternalLink) -> Link:
    """The link that `row_of` took down."""
    keys = {LinkKind.COUNTERPART: row.target_key, LinkKind.SUPPLEMENT: row.key}
    kind = LinkKind(row.kind)
    return Link(
        kind,
        row.words,
        row.href,
        row.section,
        row.section_title,
        row.path,
        row.fragment,
        keys.get(kind, ""),
        row.block,
    )


def _judge(rows: Iterable[InternalLink]) -> list[InternalLink]:
    """Set target and fault; gives those that changed."""
    placed = [(row, Article(row.key, row.language), link_of(row)) for row in rows]
    around = surroundings_of([(source, link) for _row, source, link in placed])
    changed = []
    for row, source, link in placed:
        target = target_of(link, source, around)
        now = (target.key if target else link.key, str(fault_of(link, source, around) or ""))
        if now != (row.target_key, row.fault):
            row.target_key, row.fault = now
            changed.append(row)
    return changed


def _judge_again(links: QuerySet[InternalLink]) -> None:
    last = 0
    while batch := list(links.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = batch[-1].pk
        InternalLink.objects.bulk_update(_judge(batch), ["target_key", "fault"])


def _moved() -> QuerySet[InternalLink]:
    """Links whose address now leads elsewhere than it did, or somewhere at last."""
    now = Subquery(Route.objects.filter(path=OuterRef("path")).values("key")[:1])
    nowhere = Q(fault=Fault.NO_PAGE)
    leads_elsewhere = Q(now=None) | ~Q(now=F("target_key"))
    found: QuerySet[InternalLink] = (
        InternalLink.objects.exclude(path="")
        .annotate(now=now)
        .filter((nowhere & Q(now__isnull=False)) | (~nowhere & leads_elsewhere))
    )
    return found
