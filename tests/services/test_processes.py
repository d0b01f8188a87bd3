"""What a child process started is gone when the child is stopped."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.services import processes

PARENT_OF_A_SLEEPER = """
import subprocess, sys
sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(sleeper.pid, flush=True)
sleeper.wait()
"""


def is_running(pid: int) -> bool:
    done = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return done.stdout.strip()[:1] not in {"", "Z"}


def test_stopping_a_process_stops_what_it_started() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT_OF_A_SLEEPER], stdout=subprocess.PIPE, start_new_session=True
    )
    assert parent.stdout
    with parent.stdout as output:
        sleeper = int(output.readline())

    processes.stop(parent, signal.SIGTERM)

    deadline = time.monotonic() + 10
    while is_running(sleeper) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(sleeper)


def test_a_command_gives_its_exit_code() -> None:
    assert processes.run([sys.executable, "-c", "raise SystemExit(3)"], os.environ) == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_unwinds(number: signal.Signals) -> None:
    before = signal.getsignal(number)

    with processes.termination_unwinds(), pytest.raises(SystemExit) as raised:
        signal.raise_signal(number)

    assert raised.value.code == 128 + number
    assert signal.getsignal(number) == before
