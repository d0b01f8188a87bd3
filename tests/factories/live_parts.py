"""Parts of the ledger as they are read, without a database."""

from __future__ import annotations

from datetime import UTC, datetime

from content_models.editions.reading import LivePart, StoredEdition

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def part(
    language: str = "sv",
    supplement: str = "",
    *,
    sequence: int = 1,
    withdrawn: bool = False,
    substantive: int = 1,
    safety: int = 0,
) -> LivePart:
    """An article in one language; with `supplement`, region 14's supplement to it by that id."""
    edition = StoredEdition(
        sequence=sequence,
        part=f"katarakt/{language}" + (f"/14/{supplement}" if supplement else ""),
        key="katarakt",
        language=language,
        region="14" if supplement else "",
        supplement=supplement,
        kind="supplement" if supplement else "knowledge-support",
        tombstone=withdrawn,
        document="",
        sha256="",
        approved_on=None,
        approved_by="",
        change_class="substantive",
        note="",
        valid_from=MOMENT,
        safety_changes={},
        is_self=False,
    )
    return LivePart(edition, MOMENT, substantive, safety)
