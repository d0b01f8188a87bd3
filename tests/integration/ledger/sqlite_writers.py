"""Publishes from several threads into a SQLite file, with a follower; prints what was seen.

Run as a program by test_sqlite_writers, since the test's own database is one connection.
"""

from __future__ import annotations

import json
from functools import partial
from threading import Event

import django

WRITERS, TIMES = 4, 3


def main() -> None:
    django.setup()
    from content_models.editions.reading import editions_after
    from tests.factories.published import draft_article, draft_supplement
    from tests.integration.ledger.state import parts, sequences
    from tests.integration.ledger.threads import publish_times, together

    def following(done: Event) -> list[int]:
        seen = [0]
        while True:
            finishing = done.is_set()
            new = [edition.sequence for edition in editions_after(seen[-1], limit=3)]
            seen += new
            if finishing and not new:
                return seen[1:]

    nationals = [draft_article(key=f"artikel-{number}") for number in range(WRITERS // 2)]
    pages = [*nationals, *(draft_supplement(page, id="utredning") for page in nationals)]
    *_done, seen = together(
        *(partial(publish_times, page, TIMES) for page in pages), beside=following
    )
    counts = [part for part, _tombstone in parts()]
    answer = {
        "sequences": sequences(),
        "seen": seen,
        "times": sorted(counts.count(part) for part in set(counts)),
    }
    print(json.dumps(answer))  # noqa: T201


if __name__ == "__main__":
    main()
