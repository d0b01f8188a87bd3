"""granian with one worker: started, asked over one connection, its CPU read, stopped."""

from __future__ import annotations

import http.client
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services import processes
from tests.services.ports import LOOPBACK, free_port

READY_SECONDS = 60


@dataclass(slots=True)
class Server:
    """A running server and the one connection that it is asked over."""

    process: subprocess.Popen[bytes]
    connection: http.client.HTTPConnection

    def get(self, path: str) -> bytes:
        """The body of a 200."""
        self.connection.request("GET", path)
        response = self.connection.getresponse()
        body = response.read()
        assert response.status == 200, f"{path}: {response.status} {body[:500]!r}"
        return body

    def cpu_seconds(self) -> float:
        """User and system time of granian and its worker so far."""
        return sum(map(_cpu_seconds, _tree(self.process.pid)))


@contextmanager
def granian(application: str, environment: dict[str, str]) -> Iterator[Server]:
    """Serve as the Procfile does, on a free port."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1"),
        *("--host", LOOPBACK, "--port", str(port), "--log-level", "error", application),
    ]
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        _wait(process, port)
        yield Server(process, http.client.HTTPConnection(LOOPBACK, port, timeout=30))
    finally:
        processes.stop(process, signal.SIGTERM)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            http.client.HTTPConnection(LOOPBACK, port, timeout=1).connect()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("granian did not start")


def _tree(root: int) -> list[int]:
    """The process and all beneath it."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            children.setdefault(int(_fields(stat)[1]), []).append(int(stat.parent.name))
        except OSError:
            continue  # it has ended meanwhile
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def _cpu_seconds(pid: int) -> float:
    """Of its threads, as the scheduler counts: to the nanosecond, where stat has ticks."""
    found = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in found) / 1e9


def _fields(stat: Path) -> list[str]:
    """What follows the name in parentheses: state, parent, … (proc(5))."""
    return stat.read_text().rpartition(")")[2].split()
