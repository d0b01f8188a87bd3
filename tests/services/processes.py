"""Child processes that never outlive us: each has a group of its own, stopped as a whole."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

GRACE_SECONDS = 10


def run(command: Sequence[str], env: Mapping[str, str]) -> int:
    """Run to the end, its output ours; if we are interrupted, it and its children are stopped."""
    process = subprocess.Popen(
        command, env=dict(env), stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return process.wait()
    finally:
        stop(process, signal.SIGINT, signal.SIGTERM)


def stop(process: subprocess.Popen[bytes], *signals: signal.Signals) -> None:
    """Send the signals to the process's group in turn, waiting after each, and last SIGKILL."""
    for number in (*signals, signal.SIGKILL):
        if process.poll() is None:
            _signal_group(process, number)
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE_SECONDS)
    _signal_group(process, signal.SIGKILL)  # whatever it left behind


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


@contextmanager
def termination_unwinds() -> Iterator[None]:
    """SIGTERM, SIGHUP and SIGINT raise, so that every `with` and `finally` stops what it started.

    Also SIGINT, which a shell's background jobs are started with ignored.
    """
    caught = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    before = {number: signal.signal(number, _unwind) for number in caught}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _unwind(number: int, _frame: FrameType | None) -> None:
    # The first signal starts the clean-up; a second must not break it off.
    for other in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)
