"""A PostgreSQL of our own: a free port, data in a temporary folder, gone afterwards.

- `python -m tests.services.postgres`: start, print its DATABASE_URL, stop on Ctrl-C.
- `python -m tests.services.postgres COMMAND…`: run COMMAND with DATABASE_URL set, then stop.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services import processes
from tests.services.account import Account, Identity, unprivileged
from tests.services.availability import ServiceUnavailableError, install_debian_package
from tests.services.ports import LOOPBACK, free_port
from tests.services.postgres_binaries import Binaries, find_binaries

DATABASE = USER = "tillagg"
# Only for tests: nothing has to survive a crash.
SETTINGS = {
    "listen_addresses": LOOPBACK,
    "max_connections": "200",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}
LOCALES = ("C.UTF-8", "en_US.UTF-8", "C")
READY_SECONDS = 60
ATTEMPTS = 3


@dataclass(frozen=True)
class Cluster:
    """A data folder with its database made, not yet running."""

    binaries: Binaries
    folder: Path
    password: str
    account: Account | None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> str:
        path = self.folder / "log"
        return path.read_text(errors="replace")[-2000:] if path.exists() else ""

    @property
    def identity(self) -> Identity:
        return self.account.identity() if self.account else Identity()

    @property
    def environment(self) -> dict[str, str]:
        """Ours without what would redirect PostgreSQL's own programs."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return ours | {"HOME": str(self.folder)}


@contextmanager
def running() -> Iterator[str]:
    """Start PostgreSQL, yield its DATABASE_URL, stop it and remove its data.

    Raises ServiceUnavailableError, with what to install, where this machine cannot have it.
    """
    with _cluster(_binaries()) as cluster:
        process, port = _started(cluster)
        try:
            yield f"postgres://{USER}:{cluster.password}@{LOOPBACK}:{port}/{DATABASE}"
        finally:
            # SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
            processes.stop(process, signal.SIGINT, signal.SIGQUIT)


def _binaries() -> Binaries:
    found = find_binaries()
    if found is None:
        install_debian_package("postgresql", service="PostgreSQL")
        found = find_binaries()
    if found is None:
        raise ServiceUnavailableError("PostgreSQL 14 or later is needed; none was found.")
    return found


@contextmanager
def _cluster(binaries: Binaries) -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="tillagg-postgres-"))
    account = unprivileged("postgres", "nobody")
    cluster = Cluster(binaries, folder, secrets.token_hex(16), account)
    try:
        if account:
            account.own(folder)
        _initialise(cluster)
        _create_database(cluster)
        yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _initialise(cluster: Cluster) -> None:
    password_file = cluster.folder / "password"
    password_file.write_text(cluster.password)
    if cluster.account:
        cluster.account.own(password_file)
    for locale in LOCALES:
        done = _call(
            cluster,
            [
                str(cluster.binaries.initdb),
                f"--pgdata={cluster.data}",
                f"--username={USER}",
                f"--pwfile={password_file}",
                f"--locale={locale}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-sync",
            ],
        )
        if not done.returncode:
            return
    raise ServiceUnavailableError(f"PostgreSQL's initdb failed: {done.stderr.strip()[-500:]}")


def _create_database(cluster: Cluster) -> None:
    """In single-user mode, so that no client program is needed."""
    done = _call(
        cluster,
        [str(cluster.binaries.postgres), "--single", "-F", "-D", str(cluster.data), "postgres"],
        text_in=f"CREATE DATABASE {DATABASE}\n",
    )
    if done.returncode:
        raise ServiceUnavailableError(f"PostgreSQL's database failed: {done.stderr.strip()[-500:]}")


def _call(
    cluster: Cluster, command: list[str], *, text_in: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        input=text_in,
        capture_output=True,
        text=True,
        cwd=cluster.folder,
        env=cluster.environment,
        check=False,
        **cluster.identity,
    )


def _started(cluster: Cluster) -> tuple[subprocess.Popen[bytes], int]:
    """The running server and its port; tried again, since a free port may be taken meanwhile."""
    for _ in range(ATTEMPTS):
        port = free_port()
        process = _start(cluster, port)
        if _is_ready(cluster, process):
            return process, port
    raise ServiceUnavailableError(f"PostgreSQL did not start: {cluster.log}")


def _start(cluster: Cluster, port: int) -> subprocess.Popen[bytes]:
    settings = SETTINGS | {"port": str(port), "unix_socket_directories": str(cluster.folder)}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (cluster.folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(cluster.binaries.postgres), "-D", str(cluster.data), *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=cluster.folder,
            env=cluster.environment,
            start_new_session=True,
            **cluster.identity,
        )


def _is_ready(cluster: Cluster, process: subprocess.Popen[bytes]) -> bool:
    """Wait for postmaster.pid to say so, as pg_ctl does; false if the server ends first."""
    try:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            if _status(cluster) == "ready":
                return True
            time.sleep(0.05)
    except BaseException:
        processes.stop(process, signal.SIGQUIT)
        raise
    processes.stop(process, signal.SIGQUIT)
    return False


def _status(cluster: Cluster) -> str:
    try:
        lines = (cluster.data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return ""
    return lines[7].strip() if len(lines) > 7 else ""


def main(command: list[str]) -> int:
    """Run `command` beside a PostgreSQL, or keep one until interrupted."""
    try:
        with processes.termination_unwinds(), running() as url:
            if command:
                return processes.run(command, os.environ | {"DATABASE_URL": url})
            print(f"DATABASE_URL={url}", flush=True)
            signal.pause()
    except ServiceUnavailableError as error:
        print(f"PostgreSQL cannot be started: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
