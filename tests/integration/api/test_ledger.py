"""The ledger over HTTP: editions, changes, what held at a time."""

from __future__ import annotations

import hashlib

import pytest
from django.utils import timezone

from tests.factories.published import article, revise, section, supplement, text

pytestmark = pytest.mark.django_db


def test_receipts_name_bytes_that_anyone_can_check(get, read):
    supplement(article())

    for part in read("/pages/katarakt", region="14")["receipt"]["parts"]:
        response = get(f"/editions/{part['sequence']}")
        assert hashlib.sha256(response.content).hexdigest() == part["sha256"]
        assert response.json()["part"] == part["part"]
        assert response["Content-Type"] == "application/json"


def test_a_tombstone_has_no_bytes(get, read):
    article().unpublish()

    change = read("/changes")["items"][-1]

    assert change["tombstone"] is True
    assert change["sha256"] is None
    assert get(f"/editions/{change['sequence']}").status_code == 410
    assert get(f"/editions/{change['sequence'] - 1}").status_code == 200


def test_changes_tell_everything_once_in_order(read):
    page = article(approval={"note": "Ny rekommendation.", "change_class": "safety"})
    supplement(page, id="utredning")
    page.unpublish()

    changes = read("/changes")["items"]

    assert [(item["part"], item["kind"], item["region"]) for item in changes] == [
        ("katarakt/sv", "knowledge-support", None),
        ("katarakt/sv/14/utredning", "supplement", "14"),
        ("katarakt/sv", "knowledge-support", None),
    ]
    assert set(changes[0]) == {
        *("sequence", "part", "key", "kind", "language", "region", "tombstone"),
        *("change_class", "note", "valid_from", "sha256"),
    }
    assert (changes[0]["note"], changes[0]["change_class"]) == ("Ny rekommendation.", "safety")


def test_a_reader_of_changes_goes_on_from_next(read):
    page = article()
    for number in range(4):
        revise(page, title=f"Titel {number}")

    first = read("/changes", limit=2)
    rest = read("/changes", since=first["next"])

    assert first["next"] == str(first["items"][-1]["sequence"])
    assert rest["next"] is None
    sequences = [item["sequence"] for item in first["items"] + rest["items"]]
    assert sequences == list(range(sequences[0], sequences[0] + 5))
    assert read("/changes", since=sequences[-1]) == {"items": [], "next": None}


def test_changes_read_no_documents(read, django_assert_num_queries):
    article()
    # Where the ledger stands, once after each change the times of news, and the editions.
    with django_assert_num_queries(3) as queries:
        read("/changes")
    assert '"document"' not in queries.captured_queries[2]["sql"]


def test_as_of_gives_what_held_then(read, get):
    """Given three states and a withdrawal: each moment has its own."""
    before = timezone.now()
    page = article(sections=[section("utredning", text("först"))])
    first = timezone.now()
    supplement(page, blocks=[text("tillägg")])
    second = timezone.now()
    revise(page, title="Reviderad")
    page.unpublish()
    after = timezone.now()

    def at(moment):
        return get("/pages/katarakt", region="14", as_of=moment.isoformat())

    assert at(before).status_code == 404
    assert len(at(first).json()["sections"][0]["blocks"]) == 1
    then = at(second).json()
    assert then["title"] == "Katarakt"
    assert len(then["sections"][0]["blocks"]) == 2
    assert at(after).status_code == 410


def test_as_of_knows_what_was_out_of_date_then(read):
    page = article()
    article(language="en", title="Cataract")
    translated = timezone.now().isoformat()
    revise(page, title="Ny", approval={"change_class": "editorial"})
    edited = timezone.now().isoformat()
    revise(page, title="Nyare")
    revised = timezone.now().isoformat()
    revise(page, title="Nyast", approval={"change_class": "safety"})

    def then(moment):
        answer = read("/pages/katarakt", language="en", as_of=moment)
        return answer["served_language"], answer["out_of_date"]

    assert then(translated) == ("en", False)
    assert then(edited) == ("en", False)
    assert then(revised) == ("en", True)
    assert read("/pages/katarakt", language="en")["served_language"] == "sv"


def test_as_of_now_is_the_same_as_now(read):
    page = article()
    revise(page, title="Ny", approval={"change_class": "editorial"})
    supplement(page)

    now = read("/pages/katarakt", region="14", as_of=timezone.now().isoformat())

    assert now == read("/pages/katarakt", region="14")


def test_overdue_is_judged_on_the_day_asked_about(read, monkeypatch):
    from datetime import date, timedelta

    article(review_by=date.today())  # noqa: DTZ011

    def overdue(days):
        moment = timezone.now() + timedelta(days=days)
        return read("/pages/katarakt", as_of=moment.isoformat())["overdue"]

    assert overdue(0) is False
    assert overdue(2) is True
