"""Why a service cannot run on this machine, and what would change that."""

import os
import shutil
import subprocess


class ServiceUnavailableError(Exception):
    """A service cannot be started here; the message says why and what to do."""


def required() -> bool:
    """Whether a service that cannot be started is a failure: on CI."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def install_debian_package(package: str, *, service: str) -> None:
    """Install `package` as root on Debian, or raise with what a person can do instead."""
    if shutil.which("apt-get") is None:
        raise ServiceUnavailableError(f"{service} is not installed; install its server package.")
    if os.geteuid() != 0:
        raise ServiceUnavailableError(
            f"{service} is not installed; run: sudo apt-get install {package}"
        )
    print(f"Installing {package} with apt-get", flush=True)
    _apt_get("update", service=service)
    _apt_get("install", "--yes", "--no-install-recommends", package, service=service)


def _apt_get(*arguments: str, service: str) -> None:
    # RUNLEVEL keeps a package from starting the server that it brings.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    done = subprocess.run(
        ["apt-get", "-qq", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ServiceUnavailableError(
            f"{service} could not be installed: apt-get {' '.join(arguments)}: "
            f"{done.stderr.strip()[-300:]}"
        )
