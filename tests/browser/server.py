"""The project on a port of its own, for one test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread

HOST = "localhost"
POLL_SECONDS = 0.02


class Server(ThreadedWSGIServer):
    # Its end waits for what it still answers: nothing may reach the database of the next test.
    daemon_threads = False

    def serve_forever(self, poll_interval: float = POLL_SECONDS) -> None:
        super().serve_forever(poll_interval)


class ServerThread(LiveServerThread):
    server_class = Server


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server with static files, on the database that the settings name."""
    thread = ServerThread(HOST, StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    try:
        yield f"http://{thread.host}:{thread.port}"
    finally:
        thread.terminate()
