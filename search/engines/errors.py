"""What can be wrong with an index, by name."""

from __future__ import annotations


class SearchUnavailable(Exception):
    """There is nothing to search in: no index yet, one of another version, or a damaged one."""


class IndexBusy(Exception):
    """Another process writes; the message names it."""


class IndexDamaged(Exception):
    """The engine cannot open or change its files; a rebuild makes new ones."""


class RebuildFailed(Exception):
    """The new index does not hold what the ledger does; the live one stays."""


class Interrupted(Exception):
    """Stopped on request before it was done; the live index is as it was."""
