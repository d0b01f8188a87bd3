"""Many publish at once: no gap, no duplicate, no deadlock, and followers miss nothing."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from functools import partial
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction

from content_models.editions.reading import current_parts, editions_after
from content_models.models import ApprovingBody, CurrentEdition, Edition
from tests.factories.published import (
    approve,
    article,
    draft_article,
    draft_supplement,
    publish,
    section,
    supplement,
    text,
)

from .state import sequences
from .threads import ON_POSTGRESQL, publish_times, together

# In memory, SQLite's test database is one connection shared under one lock: see test_sqlite.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite: see test_sqlite_writers"),
]
TIMES = 5


def following(done: Event) -> list[int]:
    """What a follower of `since=` sees, asking over and over."""
    seen: list[int] = [0]
    while True:
        finishing = done.is_set()
        seen += [edition.sequence for edition in editions_after(seen[-1], limit=3)]
        if finishing and not editions_after(seen[-1], limit=1):
            return seen[1:]


def test_ten_publishers_national_and_regional_mixed() -> None:
    nationals = [draft_article(key=f"artikel-{number}") for number in range(5)]
    regionals = [
        draft_supplement(page, region, id="utredning")
        for page, region in zip(nationals, ["01", "12", "14", "14", "19"], strict=True)
    ]
    pages = [*nationals, *regionals]

    *_results, seen = together(
        *(partial(publish_times, page, TIMES) for page in pages), beside=following
    )

    assert sequences() == list(range(1, len(pages) * TIMES + 1))
    assert seen == sequences()
    counts = Counter(Edition.objects.values_list("part", flat=True))
    assert counts == {str(page.as_part()): TIMES for page in pages}
    latest = {edition.part: edition.pk for edition in Edition.objects.order_by("pk")}
    assert dict(CurrentEdition.objects.values_list("part", "edition_id")) == latest
    times = [edition.valid_from for edition in Edition.objects.order_by("pk")]
    assert times == sorted(times)


def test_one_page_published_by_many_at_once() -> None:
    page = draft_article()
    approve(page)
    revision = page.get_latest_revision()
    together(*(revision.publish for _ in range(6)))
    assert sequences() == [1]


def test_publishing_deleting_moving_and_unpublishing_at_once() -> None:
    pages = [article(key=f"artikel-{number}") for number in range(6)]
    regional = supplement(pages[0], id="utredning")
    together(
        partial(publish_times, pages[0], TIMES),
        partial(publish_times, regional, TIMES),
        pages[1].unpublish,
        pages[2].delete,
        pages[3].delete,
        partial(pages[4].move, pages[4].get_parent(), pos="first-child"),
        pages[5].unpublish,
    )
    assert sequences() == list(range(1, 7 + 1 + 2 * TIMES + 4))


def test_a_new_body_and_a_publish_in_one_transaction_do_not_wait_for_each_other() -> None:
    """Reference data counts in the ledger's own row: the lock must come before it too."""
    one, two = draft_article(key="ett"), draft_article(key="tva")
    for page in (one, two):
        approve(page)

    def with_new_body() -> None:
        with transaction.atomic():
            ApprovingBody.objects.create(name="Ny nämnd")
            time.sleep(0.2)
            one.get_latest_revision().publish()

    def a_moment_later() -> None:
        time.sleep(0.1)
        two.get_latest_revision().publish()

    together(with_new_body, a_moment_later)
    assert sequences() == [1, 2]


def test_a_reader_never_sees_a_mixture_of_states() -> None:
    """200 publishes; each state says its number everywhere, and the supplement names it too."""
    page = article(title="0", sections=[section("utredning", text("0"))])
    own = supplement(page, id="utredning", blocks=[text("0")])

    def publishing(target: Any, field: str) -> None:
        for number in range(1, 101):
            latest = target.get_latest_revision_as_object()
            latest.title = str(number)
            body = [text(str(number))]
            setattr(latest, field, [section("utredning", *body)] if field == "sections" else body)
            latest.save_revision()
            target.refresh_from_db()
            publish(target)

    def reading(done: Event) -> int:
        seen, last = set(), {}
        while not done.is_set():
            state = {part.edition.part: part.edition for part in current_parts("katarakt", "14")}
            for name, edition in state.items():
                assert hashlib.sha256(edition.document.encode()).hexdigest() == edition.sha256
                assert last.get(name, 0) <= edition.sequence
                last[name] = edition.sequence
            national = json.loads(state["katarakt/sv"].document)
            assert f"<p>{national['title']}</p>" in state["katarakt/sv"].document
            sequence = max(edition.sequence for edition in state.values())
            assert _as_of(sequence) == {name: item.sequence for name, item in state.items()}
            seen.add(sequence)
        return len(seen)

    *_done, states = together(
        partial(publishing, page, "sections"), partial(publishing, own, "body"), beside=reading
    )
    assert Edition.objects.count() == 202
    assert states > 20


def _as_of(sequence: int) -> dict[str, int]:
    """Part → its latest edition when the ledger stood at `sequence`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT part, max(sequence) FROM content_models_edition "
            "WHERE sequence <= %s GROUP BY part",
            [sequence],
        )
        return dict(cursor.fetchall())
