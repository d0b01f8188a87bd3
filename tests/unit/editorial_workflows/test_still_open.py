"""Which notices still speak of something that is to be settled."""

from __future__ import annotations

import pytest

from editorial_workflows.regional_notices import RegionNotice, by_article, still_open
from region_overlays.models import SupplementStanding


def notice(sequence: int, *parts: str, key: str = "katarakt", message: str = "") -> RegionNotice:
    said = [
        {"part": part, "section": part.upper(), "state": "", "withheld": False} for part in parts
    ]
    return RegionNotice(
        region_id="14", key=key, language="sv", sequence=sequence, parts=said, message=message
    )


def unsettled(**published: int) -> dict[str, SupplementStanding]:
    """Part → the edition that it was last published as."""
    return {
        part: SupplementStanding(part=part, sequence=sequence, is_withheld=part == "held")
        for part, sequence in published.items()
    }


@pytest.mark.parametrize(
    ("notices", "standings", "left"),
    [
        ([notice(9, "a", "b")], {}, []),
        ([notice(9, "a", "b")], unsettled(b=3), [(9, ["b"])]),
        ([notice(9, "a"), notice(7, "a")], unsettled(a=3), [(9, ["a"]), (7, ["a"])]),
        ([notice(9, "a"), notice(7, "a")], unsettled(a=8), [(9, ["a"])]),
        ([notice(9, "b"), notice(7, "a", "b")], unsettled(a=3, b=8), [(9, ["b"]), (7, ["a"])]),
        ([notice(9, "a")], unsettled(a=10), [(9, ["a"])]),  # published anew, and still not current
    ],
)
def test_what_is_left(
    notices: list[RegionNotice],
    standings: dict[str, SupplementStanding],
    left: list[tuple[int, list[str]]],
) -> None:
    found = still_open(notices, standings)
    assert [(o.notice.sequence, [s.part for s in o.standings]) for o in found] == left


def test_an_article_s_notices_are_told_together() -> None:
    notices = [
        notice(9, "a", message="Nu."),
        notice(8, "x", key="glaukom"),
        notice(7, "a", "held", message="Då."),
        notice(6, "a", message="Nu."),
    ]
    katarakt, glaukom = by_article(still_open(notices, unsettled(a=3, held=3, x=3)))
    assert (katarakt.newest.sequence, glaukom.newest.sequence) == (9, 8)
    assert [one.part for one in katarakt.standings] == ["a", "held"]
    assert (katarakt.withheld, katarakt.messages) == (1, ["Nu.", "Då."])
    assert katarakt.sections == {"a": "A", "held": "HELD"}
