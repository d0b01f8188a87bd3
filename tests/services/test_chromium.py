"""A browser is what starts and shows a page; without one a person is told what to do."""

from pathlib import Path

import pytest

from tests.services import chromium
from tests.services.availability import ServiceUnavailableError

STARTS = (
    "echo '<html>Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0.0.0 Safari/537.36</html>'"
)
BREAKS = "echo 'error while loading shared libraries: libnss3.so' >&2; exit 127"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """All that is on PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(chromium.SETTING, raising=False)
    return tmp_path


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_a_browser_that_does_not_start_is_passed_over(folder: Path) -> None:
    program(folder, "chromium", BREAKS)
    chrome = program(folder, "google-chrome", STARTS)

    assert chromium.ready() == (chrome, 130)


def test_a_browser_that_does_not_start_is_named_with_its_reason(folder: Path) -> None:
    program(folder, "chromium", BREAKS)

    with pytest.raises(ServiceUnavailableError, match=r"chromium does not start: .*libnss3\.so"):
        chromium.ready()


def test_a_browser_that_shows_nothing_does_not_start(folder: Path) -> None:
    program(folder, "chromium-browser", "exit 0")

    with pytest.raises(ServiceUnavailableError, match="does not start: exit code 0"):
        chromium.ready()


def test_a_named_browser_is_the_only_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(folder, "chromium", STARTS)
    monkeypatch.setenv(chromium.SETTING, "/no/such/browser")

    with pytest.raises(ServiceUnavailableError, match="TILLAGG_CHROMIUM=/no/such/browser"):
        chromium.ready()


def test_a_machine_without_a_browser_is_told_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ServiceUnavailableError, match="install Chromium or Chrome"):
        chromium.ready()

    program(folder, "apt-get", "exit 1")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(ServiceUnavailableError, match="sudo apt-get install chromium"):
        chromium.ready()


def test_root_on_debian_gets_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(folder, "chromium", STARTS).chmod(0o644)
    program(folder, "apt-get", f"/bin/chmod +x {folder}/chromium")
    monkeypatch.setattr("os.geteuid", lambda: 0)

    assert chromium.ready() == (folder / "chromium", 130)


def test_only_the_runner_installs(folder: Path) -> None:
    program(folder, "apt-get", "exit 1")

    with pytest.raises(ServiceUnavailableError, match="Chromium is not installed"):
        chromium.installed()
