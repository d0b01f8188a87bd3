"""The matrix asks the database as much for many articles and supplements as for few."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from region_overlays.models import Region, SupplementStanding
from region_overlays.staleness import Status
from tests.factories import people

from .many import publish_articles
from .matrix_page import MATRIX, cells, sums
from .reading import queries

pytestmark = pytest.mark.django_db
ASKED: list[dict[str, Any]] = [
    {},
    {"region": ["12", "14"]},
    {"state": "none"},
    {"state": "current", "q": "artikel", "kind": "knowledge-support", "language": "sv"},
    {"export": "csv"},
    {"export": "xlsx", "region": "14"},
]


def every_region_supplements_every_article() -> None:
    """As publishing would have kept it."""
    held = list(SupplementStanding.objects.filter(region="14"))
    codes = Region.objects.exclude(pk="14").values_list("code", flat=True)
    SupplementStanding.objects.bulk_create(
        SupplementStanding(
            part=one.part.replace("/14/", f"/{code}/"),
            key=one.key,
            language=one.language,
            region=code,
            supplement=one.supplement,
            page_id=one.page_id,
            sequence=one.sequence,
            section=one.section,
            status=Status.NATIONAL_CHANGED,
        )
        for one in held
        for code in codes
    )


def test_a_hundred_articles_in_every_region_ask_as_much_as_five_in_one(tmp_path: Path) -> None:
    users = {"reader": people.draft_reader(), "regional": people.regional_editor()}
    publish_articles(tmp_path, 5)
    asked = [
        (who, query)
        for who in users
        for query in ASKED
        if who == "reader" or "12" not in query.get("region", [])
    ]
    queries(users["reader"], MATRIX)  # what a process remembers, such as content types
    few = {str(one): queries(users[one[0]], MATRIX, **one[1]) for one in asked}
    publish_articles(tmp_path, 95, start=5)
    every_region_supplements_every_article()
    many = {str(one): queries(users[one[0]], MATRIX, **one[1]) for one in asked}
    assert many == few
    assert max(many.values()) < 25, many
    assert len(cells(users["reader"])) == 100
    assert sums(users["reader"])[0][0] == 100 * 21
