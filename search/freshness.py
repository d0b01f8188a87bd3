"""How far the index is behind the ledger: for /readyz, and for `manage.py check`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning

from content_models.editions import head
from search.engines.chosen import engine, index_folder


@dataclass(frozen=True, slots=True)
class Freshness:
    """Sequences; equal when everything published can be found."""

    index: int
    ledger: int

    @property
    def behind(self) -> int:
        """Editions that are still to be followed; the ledger is read first, so never below 0."""
        return max(0, self.ledger - self.index)


def freshness() -> Freshness:
    """Raises SearchUnavailable where there is no index to search in, and django.db.Error."""
    ledger = head.position().sequence
    return Freshness(index=engine().position().sequence, ledger=ledger)


def check_index_folder(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """tillagg.W020: the index is of another version; tillagg.W021: its folder cannot be written.

    That there is none yet is no fault: the worker makes it.
    """
    folder = index_folder()
    found: list[CheckMessage] = []
    live = folder.live()
    if live is not None and not live.is_of_this_version:
        found.append(
            Warning(
                f"The search index {live.path.name} was made by another version; search is away.",
                hint="Run the worker, or manage.py rebuild_search_index.",
                id="tillagg.W020",
            )
        )
    nearest = next(path for path in (folder.root, *folder.root.parents) if path.exists())
    if not os.access(nearest, os.W_OK | os.X_OK):
        found.append(
            Warning(
                f"The search index's folder {folder.root} cannot be written.",
                hint="Let the worker's user write there, or set TILLAGG_DATA.",
                id="tillagg.W021",
            )
        )
    return found
