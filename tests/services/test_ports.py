"""A free port is one that a server can have at once."""

import socket

from tests.services.ports import LOOPBACK, free_port


def test_a_server_can_listen_on_a_free_port() -> None:
    with socket.socket() as server:
        server.bind((LOOPBACK, free_port()))
        server.listen()
        with socket.create_connection(server.getsockname(), timeout=5):
            pass
