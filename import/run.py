"""The pipeline: find → plan → write → prune → report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .apply import Writer, name_new
from .discovery import find_files, folders_of
from .places import remember_places
from .plan import make_plan
from .pruning import prune
from .report import Outcome, Report
from .state import Names, State

Progress = Callable[[str, int, int], None]
"""(stage, total, how many more are done)"""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was asked for."""

    paths: Sequence[str]
    publish: bool = False
    prune: bool = False
    dry_run: bool = False


def run(options: Options, progress: Progress) -> Report:
    """Import; raises CannotStart. Refused files are in the report, the others are done."""
    report = Report(dry_run=options.dry_run)
    files = find_files(options.paths)
    state, names = State(), Names.read()

    def planned(_path: str) -> None:
        progress("Läser", len(files), 1)

    plan = make_plan(
        files,
        folders_of(options.paths),
        state,
        report,
        publish=options.publish,
        progress=planned,
    )
    if options.dry_run:
        for item in plan.items:
            report.note(item.outcome, item.found.shown)
        for gone in plan.gone if options.prune else ():
            report.note(Outcome.PRUNED, gone.shown)
        name_new(plan.items, names, report)
        return report
    writer = Writer(report, publish=options.publish)
    writer.write(plan.items, lambda _path: progress("Skriver", len(plan.items), 1))
    name_new(writer.written, names, report)
    if plan.moved:
        remember_places(plan.moved)
    if options.prune:
        prune(plan.gone, report)
    return report
