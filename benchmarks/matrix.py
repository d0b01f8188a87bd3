"""The matrix of 100 and of 1,000 articles × 21 regions, beside the list of articles.

The list shows fifty rows of the same database whatever it holds. Two thirds of the matrix's cells
hold something. The number of statements must be the same at both sizes.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack

from benchmarks.desk import ROUNDS, WARM, Desk, desk, has_grown
from benchmarks.figures import Row, show

MANY = min(int(os.environ.get("BENCH_ARTICLES", "1000")), 1000)
FEW = MANY // 10
LIST = "list of articles"
TARGETS = {FEW: 0.5, MANY: 0.33}
"""Articles → how many times the list's time the matrix may take, as 1 / times."""


def measure(one: Desk) -> list[Row]:
    """The list and the matrices of a database, asked in turns."""
    for _round in range(WARM + ROUNDS):
        for name in one.paths:
            one.ask(name)
    baseline = one.row(LIST)
    others = [name for name in one.paths if name != LIST]
    return [baseline, *(one.row(name, baseline, TARGETS[one.articles]) for name in others)]


def main() -> int:
    with ExitStack() as running:
        few, many = (desk(running, size, "benchmarks.matrix_content") for size in (FEW, MANY))
        title = f"The matrix: at most twice the list at {FEW} articles, three times at {MANY}"
        met = show(title, [*measure(few), *measure(many)])
    return int(has_grown(few, many) or not met)


if __name__ == "__main__":
    sys.exit(main())
