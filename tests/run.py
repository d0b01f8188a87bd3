"""Runs every check and test of the project, also when one fails, and ends with a summary.

- `python -m tests.run [PYTEST ARGUMENTS…]`: all of it; what `make test` does.
- `python -m tests.run --static`: only what needs neither database nor server.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from tests.outcomes import skipped_everywhere
from tests.services import availability, chromium, postgres, processes
from tests.steps import ROOT, Step, django_steps, environment, pytest_step, static_steps

Service = Callable[[], AbstractContextManager[str]]
# What a real server is started for: its name, how, and the setting that its address goes into.
DATABASES: Mapping[str, tuple[Service, str]] = {"PostgreSQL": (postgres.running, "DATABASE_URL")}


@dataclass
class Outcome:
    """What happened so far."""

    passed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    unavailable: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        return int(bool(self.failed or (self.unavailable and availability.required())))


def run_steps(steps: Sequence[Step], outcome: Outcome) -> None:
    for step in steps:
        print(f"\n=== {step.name}: {' '.join(step.command)}", flush=True)
        started = time.monotonic()
        code = processes.run(step.command, step.env)
        took = f"{step.name} ({time.monotonic() - started:.0f} s)"
        if code:
            print(f"--- {step.name} failed with exit code {code}", flush=True)
        (outcome.failed if code else outcome.passed).append(took)


def run_tests(arguments: Sequence[str], outcome: Outcome, reports: Path) -> None:
    """Every test on the embedded database, then on each real one that this machine can have."""
    browser = browser_settings(outcome)
    report = reports / "SQLite.xml"
    run_steps([pytest_step("SQLite", arguments, report, browser)], outcome)
    for name, (running, setting) in DATABASES.items():
        report = reports / f"{name}.xml"
        try:
            with running() as address:
                step = pytest_step(name, arguments, report, {**browser, setting: address})
                run_steps([step], outcome)
        except availability.ServiceUnavailableError as error:
            outcome.unavailable[f"every test on {name}"] = str(error)
    outcome.skipped |= skipped_everywhere(sorted(reports.glob("*.xml")))


def browser_settings(outcome: Outcome) -> dict[str, str]:
    """Where the tests find their browser: made ready once, before they start side by side."""
    try:
        found = chromium.ready()
    except availability.ServiceUnavailableError as error:
        outcome.unavailable["every test in a browser"] = str(error)
        return {}
    print(f"\n=== browser: Chromium {found.version}, {found.path}", flush=True)
    return {chromium.SETTING: str(found.path)}


def summarise(outcome: Outcome) -> None:
    print("\n=== Summary")
    for name in outcome.passed:
        print(f"  ok       {name}")
    for name, reason in outcome.skipped.items():
        print(f"  skipped  {name}: {reason}")
    for name, reason in outcome.unavailable.items():
        print(f"  NOT RUN  {name}: {reason}")
    for name in outcome.failed:
        print(f"  FAILED   {name}")
    if outcome.unavailable and availability.required():
        print("  What was NOT RUN is a failure here, since CI is set.")
    print(flush=True)


def main(arguments: list[str]) -> int:
    os.chdir(ROOT)
    outcome = Outcome()
    with (
        processes.termination_unwinds(),
        tempfile.TemporaryDirectory(prefix="tillagg-run-") as scratch,
    ):
        base = environment(Path(scratch))
        run_steps(static_steps(base), outcome)
        if "--static" not in arguments:
            run_steps(django_steps(base), outcome)
            run_tests(arguments, outcome, Path(scratch))
    summarise(outcome)
    return outcome.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
