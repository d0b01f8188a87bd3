"""A worker's step: at seven each morning, what has happened, to each region's own people.

A letter is sent by whoever claims its reader's row, and the row is moved on when it has been sent.
A process that ends in between leaves the claim to run out, and that one letter is sent again; a
mail server that is away leaves the row as it was.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from cms.digest_contents import RegionalMatters, contents_for, matters_of
from cms.digest_letter import letter_of
from cms.digest_sending import LetterRefused, LettersNotSent, send
from content_models.editions.head import position
from content_models.swedish_time import SWEDEN
from editorial_workflows.digest_readers import DigestReader
from editorial_workflows.mandates import Role
from region_overlays.models import Region

logger = logging.getLogger(__name__)

SENT_AT = time(7)
LEASE = timedelta(minutes=10)
"""Longer than a letter takes to send, however slow the server is at each step."""
DAY = timedelta(days=1)
REGIONAL_ROLES = (Role.REGIONAL_EDITOR, Role.REGIONAL_APPROVER)
CONSOLE = "django.core.mail.backends.console.EmailBackend"
OPTED_OUT = {
    f"wagtail_userprofile__{name}_notifications": False
    for name in ("submitted", "approved", "rejected")
}
"""Whoever has switched off all of these in their account wants no letters."""


def send_digests(*, should_stop: Callable[[], bool], now: datetime | None = None) -> int:
    """Send what is due; gives the number of letters.

    Raises LettersNotSent when some have to wait. Any number of processes may do it at once.
    """
    if settings.PRODUCTION and settings.EMAIL_BACKEND == CONSOLE:
        # Nobody would read them, and logs are no place for addresses.
        return 0
    now = (now or timezone.now()).astimezone(SWEDEN)
    morning = Morning(now.date(), position().sequence)
    waiting: list[str] = []
    for reader in _due(now):
        if should_stop():
            break
        if _claim(reader, now.date()):
            try:
                morning.tell(reader)
            except LetterRefused as refused:
                waiting += _put_off(reader, refused, now.date())
            except LettersNotSent:
                _move_on(reader, claimed_until=None)
                raise
    if waiting:
        raise LettersNotSent(f"{len(waiting)} of the letters have to wait: {waiting[0]}")
    return morning.sent


@dataclass
class Morning:
    """One round of letters, in which each region's matters are read once."""

    today: date
    upto: int
    """The last edition of which notices are told; later ones are tomorrow's."""
    sent: int = 0
    known: dict[str, RegionalMatters] = field(default_factory=dict)

    def tell(self, reader: DigestReader) -> None:
        """Send the letter if there is something new, and move the reader's row on."""
        # Another process may have told them since the list was made.
        reader.refresh_from_db(fields=["sequence", "told_on"])
        contents = contents_for(
            self._matters_of(reader.region),
            since=reader.sequence,
            told_on=reader.told_on,
            today=self.today,
        )
        if contents is not None:
            send(reader.person.email, letter_of(contents))
            self.sent += 1
        _move_on(
            reader,
            sequence=self.upto,
            told_on=self.today,
            next_on=self.today + DAY,
            claimed_until=None,
        )

    def _matters_of(self, region: Region) -> RegionalMatters:
        if region.pk not in self.known:
            self.known[region.pk] = matters_of(region, self.today, upto=self.upto)
        return self.known[region.pk]


def _due(now: datetime) -> list[DigestReader]:
    """Whose day has come; whoever is new gets a row, and a letter from the next morning on."""
    people = _people()
    held = set(DigestReader.objects.values_list("region_id", "person_id"))
    is_early = now.time() < SENT_AT
    first = now.date() if is_early else now.date() + DAY
    DigestReader.objects.bulk_create(
        [
            DigestReader(region_id=region, person_id=person, next_on=first)
            for region, person in sorted(people - held)
        ],
        ignore_conflicts=True,
    )
    if is_early:
        return []
    rows = DigestReader.objects.filter(next_on__lte=now.date()).order_by("region", "person")
    found = rows.select_related("region", "person")
    return [one for one in found if (one.region_id, one.person_id) in people]


def _people() -> set[tuple[str, int]]:
    """(region, person) of the regions' editors and approvers who can be written to."""
    users = get_user_model().objects.filter(is_active=True).exclude(email="").exclude(**OPTED_OUT)
    held = users.filter(groups__mandates__role__in=REGIONAL_ROLES)
    return set(held.values_list("groups__mandates__region", "pk"))


def _claim(reader: DigestReader, today: date) -> bool:
    """Whether the letter is this process's to send: of several that ask, one is told so."""
    now = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    rows = DigestReader.objects.filter(free, pk=reader.pk, next_on__lte=today)
    return bool(rows.update(claimed_until=now + LEASE))


def _move_on(reader: DigestReader, **values: Any) -> None:
    DigestReader.objects.filter(pk=reader.pk).update(**values)


def _put_off(reader: DigestReader, refused: LetterRefused, today: date) -> list[str]:
    """What is told stays untold; gives the reason if it is to be tried again today."""
    if not refused.for_good:
        _move_on(reader, claimed_until=None)
        return [str(refused)]
    logger.warning("a letter to region %s was refused: %s", reader.region_id, refused)
    _move_on(reader, claimed_until=None, next_on=today + DAY)
    return []
