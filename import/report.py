"""The report of a run: what was done to each file, as JSON and for a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    SAME = "same"
    PRUNED = "pruned"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file that was not taken; `line` is None only where the whole file is at fault."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.line}: {self.message}"
            if self.line
            else f"{self.path}: {self.message}"
        )


@dataclass(frozen=True, slots=True)
class New:
    """Reference data that the run made: `approving-body` or `programme-area`."""

    type: str
    name: str


@dataclass(slots=True)
class Report:
    """The contract's report."""

    dry_run: bool = False
    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    pruned: list[str] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    new: list[New] = field(default_factory=list)

    def note(self, outcome: Outcome, path: str) -> None:
        paths: list[str] = getattr(self, outcome.value)
        paths.append(path)

    def reject(self, path: str, *, line: int | None, message: str) -> None:
        self.rejected.append(Rejection(path, line, message))

    def as_json(self) -> str:
        self.rejected.sort(key=lambda rejection: (rejection.path, rejection.line or 0))
        for paths in (self.created, self.changed, self.same, self.pruned):
            paths.sort()
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    def summary(self) -> str:
        counts = (
            f"{len(self.created)} created, {len(self.changed)} changed, {len(self.same)} same, "
            f"{len(self.pruned)} pruned, {len(self.rejected)} rejected"
        )
        return f"Dry run, nothing written: {counts}" if self.dry_run else counts
