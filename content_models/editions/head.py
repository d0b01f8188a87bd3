"""Where the ledger stands: the one row to read to know whether anything has changed."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import F

from content_models.editions.models import LedgerHead

HEAD = 1


class LedgerPosition(NamedTuple):
    """Editions and reference data, each counted; equal positions mean equal answers."""

    sequence: int
    reference: int


def position() -> LedgerPosition:
    """One indexed row; (0, 0) before the first migration has made it."""
    row = LedgerHead.objects.filter(pk=HEAD).values_list("sequence", "reference").first()
    return LedgerPosition(*row) if row else LedgerPosition(0, 0)


def bump_reference() -> None:
    """Say that reference data which answers are joined with has changed."""
    LedgerHead.objects.filter(pk=HEAD).update(reference=F("reference") + 1)
