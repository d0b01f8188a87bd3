"""The editors' desk with ten times as many articles in the tree: its pages take as long.

PostgreSQL; a database and a granian with one worker for each size, asked in turns by somebody who
is logged in. The number of statements is counted beside it, and must be the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median

from benchmarks.figures import Row, show
from benchmarks.scratch import scratch_environment
from benchmarks.servers import Server, granian

FEW = int(os.environ.get("BENCH_ARTICLES", "2000")) // 10
MANY = FEW * 10
ROUNDS = 30
WARM = 3
COOKIE = "sessionid"


@dataclass(slots=True)
class Desk:
    """A server on one of the databases, and what was measured there."""

    articles: int
    server: Server
    session: str
    paths: dict[str, str]
    queries: dict[str, int]
    wall: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, list[float]] = field(default_factory=dict)

    def ask(self, name: str) -> None:
        cpu, wall = self.server.cpu_seconds(), time.perf_counter()
        connection = self.server.connection
        connection.request("GET", self.paths[name], headers={"Cookie": f"{COOKIE}={self.session}"})
        response = connection.getresponse()
        response.read()
        assert response.status == 200, f"{self.paths[name]}: {response.status}"
        self.wall.setdefault(name, []).append(time.perf_counter() - wall)
        self.cpu.setdefault(name, []).append(self.server.cpu_seconds() - cpu)

    def row(self, name: str, of: Row | None = None, target: float = 0.5) -> Row:
        wall = median(self.wall[name][WARM:]) * 1000
        # CPU is told in hundredths of a second, so that only its sum says anything.
        cpu = sum(self.cpu[name][WARM:]) * 1000 / ROUNDS
        title = f"{name}: {self.articles}, {self.queries[name]} queries"
        return Row(title, wall, cpu, of=of, target=target if of else None)


def desk(running: ExitStack, articles: int, content: str = "benchmarks.desk_content") -> Desk:
    """A database with so many articles, made by that module, and its server."""
    environment = running.enter_context(scratch_environment(os.environ["DATABASE_URL"]))
    command = [sys.executable, "-m", content, str(articles)]
    made = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    server = running.enter_context(granian("cms.wsgi:application", environment))
    return Desk(articles, server, **json.loads(made.stdout.splitlines()[-1]))


def measure(few: Desk, many: Desk) -> list[Row]:
    rows = []
    for name in few.paths:
        for _round in range(WARM + ROUNDS):
            few.ask(name)
            many.ask(name)
        first = few.row(name)
        rows += [first, many.row(name, of=first)]
    return rows


def main() -> int:
    with ExitStack() as running:
        few, many = desk(running, FEW), desk(running, MANY)
        met = show(
            "The editors' desk, by articles in the tree: at most twice the time", measure(few, many)
        )
    return int(has_grown(few, many) or not met)


def has_grown(few: Desk, many: Desk) -> bool:
    """Whether a number of queries has; told on standard error."""
    both = {name: (few.queries[name], many.queries[name]) for name in few.queries}
    grown = {name: (less, more) for name, (less, more) in both.items() if less != more}
    if grown:
        print(f"The number of queries grows: {grown}", file=sys.stderr)
    return bool(grown)


if __name__ == "__main__":
    sys.exit(main())
