"""A mail server on a port of its own, which takes letters or says no with a code."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from django.test import override_settings

BACKEND = "django.core.mail.backends.smtp.EmailBackend"


@dataclass
class Server:
    port: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    """What it says to a line that begins so; "RCPT TO:<anna" → "550 …"."""
    taken: list[str] = field(default_factory=list)
    """Whom it has taken letters to."""

    def answer(self, line: str) -> str:
        for beginning, said in self.answers.items():
            if line.upper().startswith(beginning.upper()):
                return said
        return "354 go on" if line.upper() == "DATA" else "250 ok"


def _handler(server: Server) -> type[socketserver.StreamRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 ready")
            to = ""
            while line := self.rfile.readline().decode().rstrip():
                said = server.answer(line)
                self.say(said)
                if line.upper().startswith("RCPT TO:"):
                    to = line.partition("<")[2].partition("@")[0]
                if line.upper() == "DATA" and said.startswith("354"):
                    while self.rfile.readline().rstrip() != b".":
                        pass
                    done = server.answer("the letter")
                    server.taken += [to] if done.startswith("250") else []
                    self.say(done)

        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

    return Handler


@contextmanager
def mail_server() -> Iterator[Server]:
    """Django sends its mail there."""
    server = Server()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _handler(server)) as listening:
        server.port = listening.server_address[1]
        Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        with sent_to(server.port):
            yield server
        listening.shutdown()


def sent_to(port: int) -> Any:
    return override_settings(EMAIL_BACKEND=BACKEND, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port)
