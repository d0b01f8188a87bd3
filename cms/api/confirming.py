"""Where the ledger stands, confirmed for every answer: so often that the statement is ready-made.

The same as `head.position()`, without the ORM's work of composing it (0.05 ms of CPU, not 0.26).
"""

from __future__ import annotations

from django.db import connection

from content_models.editions.head import HEAD, LedgerPosition
from content_models.editions.models import LedgerHead

STATEMENT = f"SELECT sequence, reference FROM {LedgerHead._meta.db_table} WHERE id = {HEAD:d}"  # noqa: S608 - constants


def position() -> LedgerPosition:
    """One row by its key; raises OperationalError when the database is away."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT)
        row = cursor.fetchone()
    return LedgerPosition(*row) if row else LedgerPosition(0, 0)
