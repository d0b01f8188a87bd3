"""Times, the ratios between them, and the table that shows both."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from rich.console import Console
from rich.table import Table


@dataclass(slots=True)
class Timing:
    """Milliseconds for one thing, from several measured rounds."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @contextmanager
    def round(self, things: int) -> Iterator[None]:
        """Time a block of code that does `things` things; CPU is this process's own."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.wall.append((time.perf_counter() - wall) * 1000 / things)
        self.cpu.append((time.process_time() - cpu) * 1000 / things)

    def wall_ms(self) -> float:
        """The middle round: what else the machine does hits some rounds, not most."""
        return median(self.wall)

    def cpu_ms(self) -> float:
        return median(self.cpu)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; with `of`, how many times less than that one it takes."""

    name: str
    wall_ms: float
    cpu_ms: float
    of: Row | None = None
    target: float | None = None
    by_cpu: bool = False
    """Whether the target is for CPU; else for wall time."""

    def ratio(self, *, cpu: bool) -> float | None:
        if self.of is None:
            return None
        return self.of.cpu_ms / self.cpu_ms if cpu else self.of.wall_ms / self.wall_ms

    def is_met(self) -> bool:
        ratio = self.ratio(cpu=self.by_cpu)
        return self.target is None or (ratio is not None and ratio >= self.target)


def show(title: str, rows: Sequence[Row]) -> bool:
    """Print the table; × is how many times less it takes. Gives whether every target is met."""
    table = Table(title=title, title_justify="left")
    for name in ("", "wall ms", "CPU ms", "× wall", "× CPU", "target"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    Console(width=100).print(table)
    return all(row.is_met() for row in rows)


def _cells(row: Row) -> list[str]:
    ratios = [row.ratio(cpu=cpu) for cpu in (False, True)]
    target = ""
    if row.target is not None:
        kind = "CPU" if row.by_cpu else "wall"
        target = f"{kind} ≥ {row.target:g}: {'met' if row.is_met() else 'MISSED'}"
    return [
        row.name,
        f"{row.wall_ms:.3f}",
        f"{row.cpu_ms:.3f}",
        *("" if ratio is None else f"{ratio:.3g}" for ratio in ratios),
        target,
    ]
