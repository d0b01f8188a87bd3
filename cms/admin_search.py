"""The admin's own search of pages and files: Wagtail's in the database, without its deadlocks.

On PostgreSQL every save measured all titles anew and wrote to other pages' rows, in an order of
its own: two who saved at once could each wait for the other, inside their transactions. The weight
of a title's length, which only sorts the admin's results, is left to `update_index`.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from wagtail.search.backends import database


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for
    """The backend of the database that there is."""
    backend = database.SearchBackend(params)
    if connection.vendor != "postgresql":
        return backend
    from modelsearch.backends.database.postgres.postgres import PostgresIndex

    class OwnRowsIndex(PostgresIndex):
        """Saving a page writes that page's row and no other."""

        def _refresh_title_norms(self, full: bool = False) -> None:
            if full:
                super()._refresh_title_norms(full=True)

    backend.index_class = OwnRowsIndex
    return backend
