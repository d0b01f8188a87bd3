"""Editions and approvals cannot be rewritten, by the ORM or past it; a hole is noticed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from content_models.editions import append_only
from content_models.models import Approval, Edition
from tests.factories.published import article

from .state import rows_of

pytestmark = pytest.mark.django_db
MODELS = [Edition, Approval]
POSTGRESQL = connection.vendor == "postgresql"


def refused(statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.fixture(autouse=True)
def _published(db: None) -> Iterator[None]:
    article()
    before = {model: rows_of(model) for model in MODELS}
    yield
    assert {model: rows_of(model) for model in MODELS} == before


@pytest.mark.parametrize("model", MODELS)
def test_the_orm_cannot_rewrite(model: type[Edition]) -> None:
    row = model.objects.get()
    row.note = "Ändrad"
    attempts = (
        row.save,
        row.delete,
        lambda: model.objects.update(note="Ändrad"),
        lambda: model.objects.all().delete(),
        lambda: model.objects.bulk_update([row], ["note"]),
        lambda: model.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["pk"], update_fields=["note"]
        ),
    )
    for attempt in attempts:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attempt()
        row.refresh_from_db()
        row.note = "Ändrad"


@pytest.mark.parametrize("model", MODELS)
def test_sql_cannot_rewrite(model: type[Edition]) -> None:
    table = model._meta.db_table
    refused(f"UPDATE {table} SET note = 'x'")
    refused(f"DELETE FROM {table}")
    if POSTGRESQL:
        refused(f"TRUNCATE {table} CASCADE")
    else:
        # SQLite's REPLACE deletes without telling the triggers for deletes.
        refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def hole(name: str) -> str:
    table = name.rpartition("_append_only_")[0]
    return f"DROP TRIGGER {name}" + (f" ON {table}" if POSTGRESQL else "")


def errors() -> list[tuple[str, str]]:
    found = run_checks(tags=[Tags.database], databases=["default"])
    return [(message.id, message.msg) for message in found if message.id == "tillagg.E001"]


def test_the_check_is_silent_while_all_is_well() -> None:
    assert append_only.expected() == append_only.installed()
    assert errors() == []


@pytest.mark.parametrize("name", sorted(append_only.expected()))
def test_a_missing_trigger_is_reported_and_migrate_mends_it(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(hole(name))
    [(_id, message)] = errors()
    assert name in message
    call_command("migrate", verbosity=0)
    assert errors() == []


@pytest.mark.skipif(not POSTGRESQL, reason="only PostgreSQL can switch triggers off")
def test_a_trigger_that_is_switched_off_is_reported_and_mended() -> None:
    name = "content_models_edition_append_only_rows"
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE content_models_edition DISABLE TRIGGER {name}")
    [(_id, message)] = errors()
    assert name in message
    call_command("migrate", verbosity=0)
    assert errors() == []
