"""Publishing: one transaction, the lock first, then guard, render, append.

Everything that publishes, unpublishes, moves or deletes goes through `publishing()`. The lock is
held to commit, so sequences follow commit order without gaps and no two publishers deadlock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from content_models.approvals import Approval, approval_of, is_approved_anew, steps_of
from content_models.documents.rendering import RenderedPart
from content_models.editions import listing, routes
from content_models.editions.head import HEAD
from content_models.editions.models import CurrentEdition, Edition, LedgerHead
from content_models.editions.safer_sources import SourceMadeSafer, source_made_safer_since
from content_models.editions.signals import editions_appended
from content_models.editions.staleness import safety_changes
from content_models.vocabulary import ChangeClass

ADVISORY_LOCK = 0x7469_6C6C
"""Any number of our own: PostgreSQL's advisory locks share one space per database."""


class Editioned(Protocol):
    """What the ledger asks of a page."""

    pk: Any
    live_revision_id: int | None

    def render(self) -> RenderedPart: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """An edition about to be appended: content, its approval, and where it will be read."""

    rendered: RenderedPart
    approval: Approval
    page_id: int
    revision_id: int | None
    path: str | None = None

    def at(self, path: str | None) -> Entry:
        return replace(self, path=path)


class PartTaken(PermissionDenied):
    """Another page is published as this part; two pages never take turns in one history."""

    def __init__(self, part: str, page_id: int) -> None:
        super().__init__(f"{part} is published by page {page_id}; unpublish that one first")


def has_live_edition(page_id: int) -> bool:
    return CurrentEdition.objects.filter(page_id=page_id, tombstone=False).exists()


@contextmanager
def publishing() -> Iterator[Ledger]:
    """Atomic, with the ledger's lock taken before anything is read; may be nested."""
    with transaction.atomic():
        # SQLite: the outermost transaction is BEGIN IMMEDIATE, which is the lock.
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        yield Ledger()


class Ledger:
    """The write side of the ledger; only `publishing()` makes one."""

    def admit(self, page: Editioned) -> Entry | None:
        """The entry for a page that is live; None if its live revision is the current edition,
        and has not been approved anew.

        Raises NotApproved unless exactly this content of this revision was approved, since what
        the part shows or showed last; SourceMadeSafer if its source has since had a safety change.
        """
        current = self._current_of(page.pk)
        if (
            current is not None
            and not current.tombstone
            and page.live_revision_id is not None
            and current.edition.revision_id == page.live_revision_id
            and not is_approved_anew(current.edition.revision_id, current.edition.approval_id)
        ):
            return None
        rendered = page.render()
        part = str(rendered.part)
        approval = approval_of(
            part=part,
            revision_id=page.live_revision_id,
            sha256=rendered.sha256,
            later_than=_last_approval(part),
        )
        if source_made_safer_since(rendered.part, approval.recorded_at):
            raise SourceMadeSafer(rendered.part)
        return Entry(rendered, approval, page.pk, page.live_revision_id)

    def append(self, entries: Sequence[Entry]) -> list[Edition]:
        """Append editions in this order, move the pointers, refresh what lists read.

        Raises PartTaken.
        """
        before = self._pointers(entries)
        self._leave_earlier_parts(entries)
        head = LedgerHead.objects.get(pk=HEAD)
        now = _not_before(head)
        editions = [
            _edition(entry, head.sequence + place, now, before.get(str(entry.rendered.part)))
            for place, entry in enumerate(entries, start=1)
        ]
        self._commit(head, editions, before, now)
        pairs = list(zip(entries, editions, strict=True))
        listing.refresh([edition for _entry, edition in pairs if not edition.region])
        routes.claim([(edition, entry.path) for entry, edition in pairs if entry.path])
        return editions

    def withdraw(self, page_id: int, *, note: str = "") -> None:
        """Append a tombstone for what the page is published as; nothing if it is not."""
        self._bury(CurrentEdition.objects.filter(page_id=page_id, tombstone=False), note=note)

    def _pointers(self, entries: Sequence[Entry]) -> dict[str, CurrentEdition]:
        """Part → its pointer, for the parts that have one; none of them another page's."""
        parts = {str(entry.rendered.part): entry.page_id for entry in entries}
        pointers = CurrentEdition.objects.select_related("edition").in_bulk(parts)
        for part, pointer in pointers.items():
            if not pointer.tombstone and pointer.page_id != parts[part]:
                raise PartTaken(part, pointer.page_id)
        return pointers

    def _leave_earlier_parts(self, entries: Sequence[Entry]) -> None:
        """A page whose key or place has changed is no longer what it was published as."""
        earlier = CurrentEdition.objects.filter(
            page_id__in=[entry.page_id for entry in entries], tombstone=False
        )
        self._bury(earlier.exclude(part__in=[str(entry.rendered.part) for entry in entries]))

    def _bury(self, live: QuerySet[CurrentEdition], *, note: str = "") -> None:
        pointers = {pointer.part: pointer for pointer in live.select_related("edition")}
        if not pointers:
            return
        head = LedgerHead.objects.get(pk=HEAD)
        now = _not_before(head)
        tombstones = [
            _tombstone(pointer.edition, head.sequence + place, now, note)
            for place, pointer in enumerate(pointers.values(), start=1)
        ]
        self._commit(head, tombstones, pointers, now)
        listing.remove(pointers)

    def _current_of(self, page_id: int) -> CurrentEdition | None:
        # A page may have had other parts before it was moved in language or key: the latest counts.
        return (
            CurrentEdition.objects.select_related("edition")
            .filter(page_id=page_id)
            .order_by("-edition_id")
            .first()
        )

    def _commit(
        self,
        head: LedgerHead,
        editions: list[Edition],
        before: dict[str, CurrentEdition],
        now: datetime,
    ) -> None:
        Edition.objects.bulk_create(editions)
        CurrentEdition.objects.bulk_create(
            [_pointer(edition, before.get(edition.part)) for edition in editions],
            update_conflicts=True,
            unique_fields=["part"],
            update_fields=[
                *("edition", "tombstone", "page_id", "first_published"),
                *("substantive_sequence", "safety_sequence"),
            ],
        )
        head.sequence = editions[-1].sequence
        head.valid_from = now
        head.save(update_fields=["sequence", "valid_from"])
        editions_appended.send(sender=Ledger, editions=editions)


def _not_before(head: LedgerHead) -> datetime:
    """Now, but never earlier than the last edition: clocks step back."""
    now = timezone.now()
    return max(now, head.valid_from) if head.valid_from else now


def _edition(entry: Entry, sequence: int, now: datetime, before: CurrentEdition | None) -> Edition:
    part, approval = entry.rendered.part, entry.approval
    previous = _last_shown(before.edition) if before else None
    return Edition(
        sequence=sequence,
        part=str(part),
        key=part.key,
        language=part.language,
        region=part.region,
        supplement=part.supplement,
        kind=entry.rendered.kind,
        document=entry.rendered.document,
        sha256=entry.rendered.sha256,
        approved_on=approval.date,
        approved_by=approval.body,
        approval_id=approval.pk,
        approvals=steps_of(approval),
        is_self=approval.is_self,
        change_class=approval.change_class,
        note=approval.note,
        valid_from=now,
        page_id=entry.page_id,
        revision_id=entry.revision_id,
        safety_changes=safety_changes(
            before.edition.safety_changes if before else {},
            previous.document if previous else "",
            entry.rendered.document,
            is_safety=approval.change_class == ChangeClass.SAFETY,
            sequence=sequence,
        ),
    )


def _last_approval(part: str) -> int:
    """The approval that the part's last edition rests on; 0 before the first."""
    shown = Edition.objects.filter(part=part, tombstone=False).order_by("-sequence")
    return shown.values_list("approval_id", flat=True).first() or 0


def _last_shown(edition: Edition) -> Edition | None:
    """What readers last saw of the part: what a safety change is measured against."""
    if not edition.tombstone:
        return edition
    shown = Edition.objects.filter(part=edition.part, tombstone=False)
    return shown.order_by("-sequence").first()


def _tombstone(last: Edition, sequence: int, now: datetime, note: str) -> Edition:
    return Edition(
        sequence=sequence,
        part=last.part,
        key=last.key,
        language=last.language,
        region=last.region,
        supplement=last.supplement,
        kind=last.kind,
        tombstone=True,
        change_class=ChangeClass.SUBSTANTIVE,
        note=note,
        valid_from=now,
        page_id=last.page_id,
        safety_changes=last.safety_changes,
    )


def _pointer(edition: Edition, before: CurrentEdition | None) -> CurrentEdition:
    more_than_editorial = edition.change_class != ChangeClass.EDITORIAL and not edition.tombstone
    is_safety = edition.change_class == ChangeClass.SAFETY
    sequence = edition.sequence
    return CurrentEdition(
        part=edition.part,
        key=edition.key,
        language=edition.language,
        region=edition.region,
        edition=edition,
        tombstone=edition.tombstone,
        page_id=edition.page_id,
        first_published=before.first_published if before else edition.valid_from,
        substantive_sequence=sequence
        if more_than_editorial or before is None
        else before.substantive_sequence,
        safety_sequence=sequence if is_safety else (before.safety_sequence if before else 0),
    )
