"""An article composed anew with a region's three supplements, against the same without.

PostgreSQL, granian with one worker, both asked in turns over one connection. Nothing is answered
from memory: every question is asked once. What both join with – names, addresses – is read
beforehand. The CPU is the server's own, the database's not counted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

import django

from benchmarks.figures import Row, Timing, show
from benchmarks.generated import PLACES, article, supplement
from benchmarks.multiplied import TEMPLATE, fill, keep_template
from benchmarks.published import REGION, publish_files
from benchmarks.servers import Server, granian

SIZES = tuple(map(int, os.environ.get("BENCH_ARTICLES", "1000,20000").split(",")))
ASKED = 1000
"""Articles that are asked for, each with and without, spread over all there are."""
TURN = 10
THREE = (*PLACES, "at=avsnitt-8 after=2")
MOST = 1.15
WITH_REGION = f"?region={REGION}"


def write_template(folder: Path) -> None:
    """One article with three supplements of every region."""
    from content_models.regions import REGIONS

    (folder / f"{TEMPLATE}.md").write_text(article(TEMPLATE), encoding="utf-8")
    for region in REGIONS:
        text = supplement(TEMPLATE, region.code, THREE)
        (folder / f"{TEMPLATE}.{region.code}.md").write_text(text, encoding="utf-8")


def paths(articles: int) -> list[str]:
    asked = min(ASKED, articles)
    return [f"/api/v1/pages/artikel-{place * articles // asked}" for place in range(asked)]


def check(server: Server, path: str) -> None:
    """Three supplements with the region, none without, and otherwise the same text."""
    alone, merged = (json.loads(server.get(f"{path}{query}")) for query in ("", WITH_REGION))
    added = 0
    for with_it, without in zip(merged["sections"], alone["sections"], strict=True):
        national = [block for block in with_it["blocks"] if block["type"] != "supplement"]
        added += len(with_it["blocks"]) - len(national)
        assert national == without["blocks"]
    assert added == len(THREE)


def turn(server: Server, paths: Sequence[str], timing: Timing) -> None:
    cpu, wall = server.cpu_seconds(), time.perf_counter()
    for path in paths:
        server.get(path)
    timing.wall.append((time.perf_counter() - wall) * 1000 / len(paths))
    timing.cpu.append((server.cpu_seconds() - cpu) * 1000 / len(paths))


def measure(server: Server, asked: Sequence[str]) -> tuple[Timing, Timing]:
    """Without and with, a turn each; which of them begins, alternates."""
    alone, merged = Timing(), Timing()
    sides = [(alone, ""), (merged, WITH_REGION)]
    for start in range(0, len(asked), TURN):
        for timing, query in sides:
            turn(server, [f"{path}{query}" for path in asked[start : start + TURN]], timing)
        sides.reverse()
    return alone, merged


def rows_of(articles: int, regions: Sequence[str]) -> list[Row]:
    asked = paths(articles)
    with granian("cms.wsgi:application", dict(os.environ)) as server:
        for path in asked:
            server.get(f"{path}?fields=path")
        check(server, asked[0])
        alone, merged = measure(server, asked[1:])
    size = f"{articles:,} × {len(regions)}"
    pairs = zip(alone.cpu, merged.cpu, strict=True)
    middle = median(more / less for less, more in pairs)
    print(f"{size}: × {quiet(merged.cpu) / quiet(alone.cpu):.3f}; of all turns × {middle:.3f}")
    without = Row(size, quiet(alone.wall), quiet(alone.cpu))
    three = quiet(merged.wall), quiet(merged.cpu)
    return [without, Row("+ three", *three, without, round(1 / MOST, 2), by_cpu=True)]


def quiet(turns: Sequence[float]) -> float:
    """The lower quartile: what else the machine does makes turns slower, never faster."""
    return quantiles(turns, n=4)[0]


def main() -> int:
    django.setup()
    from content_models.regions import REGIONS

    publish_files(write_template)
    keep_template()
    rows: list[Row] = []
    for articles in SIZES:
        for regions in ([REGION], [region.code for region in REGIONS]):
            fill(articles, regions)
            rows += rows_of(articles, regions)
    title = "Composed anew (articles × regions): at most 1.15 times with three supplements"
    return int(not show(title, rows))


if __name__ == "__main__":
    sys.exit(main())
