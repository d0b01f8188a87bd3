"""The PostgreSQL of the tests starts for itself alone and leaves nothing behind."""

from pathlib import Path

import pytest

from tests.services import availability, postgres, postgres_binaries


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_binaries, "FOLDERS", ())
    monkeypatch.setattr("shutil.which", lambda _name: None)


@pytest.mark.usefixtures("no_server")
def test_a_machine_without_postgresql_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with (
        pytest.raises(availability.ServiceUnavailableError, match="apt-get install postgresql"),
        postgres.running(),
    ):
        pass


@pytest.mark.usefixtures("no_server")
def test_no_binaries_are_found_where_there_are_none() -> None:
    assert postgres_binaries.find_binaries() is None


def test_the_newest_server_is_found_and_folders_without_one_are_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for version in ("9.6", "14", "17"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        for name in ("initdb", "postgres"):
            program = folder / name
            program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}.1'\n")
            program.chmod(0o755)
    (tmp_path / "18" / "bin").mkdir(parents=True)
    monkeypatch.setattr(postgres_binaries, "FOLDERS", (f"{tmp_path}/*/bin",))

    found = postgres_binaries.find_binaries()

    assert found is not None
    assert found.postgres == tmp_path / "17" / "bin" / "postgres"
