"""What every test stands on: the append-only triggers are lifted before a flush, and only then."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True, scope="session")
def _flush_lifts_triggers() -> Iterator[None]:
    """A transactional test ends with a flush, which the triggers would refuse.

    The flush's post_migrate installs them again, with the root pages and the regions.
    """
    patch = pytest.MonkeyPatch()
    operations = type(connection.ops)
    patch.setattr(operations, "execute_sql_flush", _lifted(operations.execute_sql_flush))
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _memories_are_empty() -> Iterator[None]:
    """A test's rollback moves the ledger back to positions that answers were kept for."""
    from cms.api import answering

    answering.forget()
    yield
    answering.forget()


def _lifted(execute_sql_flush):  # type: ignore[no-untyped-def]
    def flush(self: BaseDatabaseOperations, sql_list: list[str]) -> object:
        from content_models.editions import append_only

        append_only.lift()
        return execute_sql_flush(self, sql_list)

    return flush
