"""A Chromium for the browser tests: one that is here, else Debian's, and really started once.

- `python -m tests.services.chromium`: find or install it, print its path and version.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.services.availability import ServiceUnavailableError, install_debian_package

SETTING = "TILLAGG_CHROMIUM"
PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# No sandbox: it needs rights that a container seldom gives, and only our own pages are opened.
# No /dev/shm: containers often have 64 MB of it, and a page that needs more crashes.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
)
VERSION_PAGE = "data:text/html,<script>document.write(navigator.userAgent)</script>"
START_SECONDS = 60


class Chromium(NamedTuple):
    """A browser that started here."""

    path: Path
    version: int


def ready() -> Chromium:
    """The browser of this machine; as root on Debian it is installed where there is none.

    Raises ServiceUnavailableError, with what to do, where this machine cannot have it.
    """
    if not list(_programs()):
        _install()
    return installed()


def installed() -> Chromium:
    """The first browser found that starts; nothing is installed."""
    reasons = []
    for path in _programs():
        try:
            return Chromium(path, _version(path))
        except ServiceUnavailableError as error:
            reasons.append(str(error))
    raise ServiceUnavailableError("; ".join(reasons) or _advice())


def _programs() -> Iterator[Path]:
    """What the environment names, and then nothing else; without that, what PATH has."""
    named = os.environ.get(SETTING)
    for program in [named] if named else PROGRAMS:
        if found := shutil.which(program):
            yield Path(found)


def _install() -> None:
    if os.environ.get(SETTING) or shutil.which("apt-get") is None:
        raise ServiceUnavailableError(_advice())
    # Fonts come with it: its fontconfig depends on one.
    install_debian_package("chromium", service="Chromium")


def _advice() -> str:
    if named := os.environ.get(SETTING):
        return f"{SETTING}={named} is no program that can be started."
    return (
        "Chromium is not installed; install Chromium or Chrome (on Debian: "
        f"sudo apt-get install chromium), or name its program in {SETTING}."
    )


def _version(path: Path) -> int:
    """Start the browser without a window and let a page tell its main version."""
    with tempfile.TemporaryDirectory(prefix="tillagg-chromium-") as profile:
        command = [str(path), "--headless", *ARGUMENTS, f"--user-data-dir={profile}"]
        try:
            done = subprocess.run(
                [*command, "--dump-dom", VERSION_PAGE],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=START_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ServiceUnavailableError(f"{path} does not start: {error}") from error
    found = re.search(r"Chrome/(\d+)", done.stdout)
    if done.returncode or not found:
        said = done.stderr.strip()[-300:] or f"exit code {done.returncode}"
        raise ServiceUnavailableError(f"{path} does not start: {said}")
    return int(found[1])


def main() -> int:
    try:
        found = ready()
    except ServiceUnavailableError as error:
        print(f"Chromium cannot be started: {error}", file=sys.stderr)
        return 2
    print(f"{SETTING}={found.path} (version {found.version})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
