"""The pipeline: find → plan → write → prune → report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .apply import Writer, name_new
from .discovery import find_files, folders_of
from .plan import make_plan
from .report import Outcome, Report
from .state import State

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
    state = State()

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
    name_new(plan, state, report)
    if options.dry_run:
        for item in plan.items:
            report.note(item.outcome, item.found.shown)
        if options.prune:
            for record in plan.gone:
                report.note(Outcome.PRUNED, record.path)
        return report
    writer = Writer(state, report, publish=options.publish)
    writer.write(plan, lambda _path: progress("Skriver", len(plan.items), 1))
    if options.prune:
        writer.prune(plan.gone)
    return report
