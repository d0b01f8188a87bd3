"""One page with a region, against plain Wagtail API v2 detail of the same pages.

PostgreSQL, both under granian with one worker, asked in turns. Composed anew: every article is
asked for once. From memory: asked again. The CPU is the server's own, the database's not counted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice

import django

from benchmarks.figures import Row, show
from benchmarks.published import REGION, key_of, publish_articles
from benchmarks.servers import Server, granian

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "1000"))
TURN = 20
"""Requests to one server before it is the other's turn; its CPU is read at both ends."""
WARM = 20
"""Articles that both are asked for beforehand, and not again."""


@dataclass(slots=True)
class Measured:
    """What a server has used for so many requests."""

    requests: int = 0
    wall: float = 0
    cpu: float = 0

    def turn(self, server: Server, paths: Sequence[str]) -> None:
        cpu, wall = server.cpu_seconds(), time.perf_counter()
        for path in paths:
            server.get(path)
        self.wall += time.perf_counter() - wall
        self.cpu += server.cpu_seconds() - cpu
        self.requests += len(paths)

    def row(self, name: str, of: Row | None = None, target: float | None = None) -> Row:
        wall, cpu = (seconds * 1000 / self.requests for seconds in (self.wall, self.cpu))
        return Row(name, wall, cpu, of=of, target=target, by_cpu=True)


def plain_paths() -> list[str]:
    """Wagtail's address of each article, in the order of their numbers."""
    from content_models.models import ArticleKey

    pages = dict(ArticleKey.objects.values_list("key", "page_id"))
    return [f"/api/v2/pages/{pages[key_of(number)]}/" for number in range(ARTICLES)]


def composed_paths() -> list[str]:
    return [f"/api/v1/pages/{key_of(number)}?region={REGION}" for number in range(ARTICLES)]


def turns(paths: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(paths)
    while found := list(islice(rest, TURN)):
        yield found


def alternate(sides: Sequence[tuple[Server, Sequence[str]]], measured: Sequence[Measured]) -> None:
    """Each side's paths once, a turn at a time."""
    for asked in zip(*(turns(paths) for _server, paths in sides), strict=True):
        for (server, _paths), paths, result in zip(sides, asked, measured, strict=True):
            result.turn(server, paths)


def check(plain: Server, ours: Server, paths: tuple[str, str]) -> None:
    """Both answer with the whole article, and ours with the region's supplements."""
    theirs, composed = json.loads(plain.get(paths[0])), json.loads(ours.get(paths[1]))
    assert len(theirs["sections"]) == len(composed["sections"])
    blocks = [block for section in composed["sections"] for block in section["blocks"]]
    assert sum(block["type"] == "supplement" for block in blocks) == 2, "no supplements"


def measure(plain: Server, ours: Server) -> list[Row]:
    theirs, composed = plain_paths(), composed_paths()
    check(plain, ours, (theirs[0], composed[0]))
    for server, paths in ((plain, theirs), (ours, composed)):
        for path in paths[:WARM]:
            server.get(path)
    sides = ((plain, theirs[WARM:]), (ours, composed[WARM:]))
    first, second = (Measured(), Measured()), (Measured(), Measured())
    alternate(sides, first)
    alternate(sides, second)
    uncached = first[0].row("Wagtail API v2, while ours composes")
    cached = second[0].row("Wagtail API v2, while ours remembers")
    return [
        uncached,
        # The target is for pages as they are served, memory included; this is its dearest case.
        first[1].row("page with region, composed anew", of=uncached),
        cached,
        second[1].row("page with region, from memory", of=cached, target=15),
    ]


def main() -> int:
    django.setup()
    publish_articles(ARTICLES)
    with ExitStack() as running:
        environment = dict(os.environ)
        plain = running.enter_context(
            granian("benchmarks.plain_wagtail.wsgi:application", environment)
        )
        ours = running.enter_context(granian("cms.wsgi:application", environment))
        rows = measure(plain, ours)
    title = f"Page detail, for one request ({ARTICLES} articles, three in ten supplemented)"
    return int(not show(title, rows))


if __name__ == "__main__":
    sys.exit(main())
