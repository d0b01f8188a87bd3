"""Triggers that keep editions and approvals append-only, on both databases.

Installed after each migrate, since Django's remake of a SQLite table drops its triggers unseen;
checked by a system check; lifted by the test harness alone, before a flush.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.db import connection

TABLES = {
    "content_models_edition": "sequence",
    "content_models_approval": "id",
    "content_models_approveddocument": "sha256",
}
"""Table → its primary key."""

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION tillagg_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table} {condition}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""


SQLITE_IS_THERE = "WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"
SQLITE_KINDS = ("update", "delete", "replace")
POSTGRESQL_KINDS = ("rows", "truncate")


def statements() -> list[str]:
    """What installs the triggers on the connected database; may be run again."""
    if connection.vendor == "sqlite":
        return [
            SQLITE_TRIGGER.format(
                name=_name(table, what), verb=verb, table=table, condition=condition
            )
            for table, key in TABLES.items()
            for what, verb, condition in (
                ("update", "UPDATE", ""),
                ("delete", "DELETE", ""),
                # INSERT OR REPLACE deletes without telling the triggers for deletes.
                ("replace", "INSERT", SQLITE_IS_THERE.format(table=table, key=key)),
            )
        ]
    rows = [
        f"CREATE OR REPLACE TRIGGER {_name(table, 'rows')} BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION tillagg_append_only()"
        for table in TABLES
    ]
    truncate = [
        f"CREATE OR REPLACE TRIGGER {_name(table, 'truncate')} BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION tillagg_append_only()"
        for table in TABLES
    ]
    return [POSTGRESQL_FUNCTION, *rows, *truncate]


def _name(table: str, what: str) -> str:
    return f"{table}_append_only_{what}"


def install(**_: Any) -> None:
    """Make the triggers; a post_migrate receiver."""
    if not set(TABLES) <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        for statement in statements():
            cursor.execute(statement)


def expected() -> set[str]:
    kinds = SQLITE_KINDS if connection.vendor == "sqlite" else POSTGRESQL_KINDS
    return {_name(table, kind) for table in TABLES for kind in kinds}


def installed() -> set[str]:
    """The names of the triggers that are there and switched on."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()} & expected()


def lift() -> None:
    """Drop the triggers: for the test harness, before it flushes."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for kind in SQLITE_KINDS + POSTGRESQL_KINDS:
                name = _name(table, kind)
                on_table = "" if connection.vendor == "sqlite" else f" ON {table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def check_triggers(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None, **_: Any
) -> list[CheckMessage]:
    """tillagg.E001: the ledger can be rewritten."""
    if not databases or not set(TABLES) <= set(connection.introspection.table_names()):
        return []
    missing = expected() - installed()
    if not missing:
        return []
    return [
        Error(
            f"Append-only triggers are missing: {', '.join(sorted(missing))}.",
            hint="Run manage.py migrate, which installs them.",
            id="tillagg.E001",
        )
    ]
