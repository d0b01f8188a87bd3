"""What could not be started is loud everywhere and a failure on CI."""

from pathlib import Path

import pytest

from tests.run import Outcome, browser_settings, summarise
from tests.services import chromium
from tests.services.availability import ServiceUnavailableError
from tests.services.chromium import Chromium

NO_SERVER = {"every test on PostgreSQL": "run: sudo apt-get install postgresql"}


@pytest.mark.parametrize(("ci", "exit_code"), [("", 0), ("false", 0), ("true", 1)])
def test_a_missing_service_fails_on_ci_only(
    ci: str,
    exit_code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CI", ci)
    outcome = Outcome(passed=["mypy (3 s)"], unavailable=NO_SERVER)

    summarise(outcome)

    assert outcome.exit_code == exit_code
    assert "NOT RUN  every test on PostgreSQL: run: sudo apt-get" in capsys.readouterr().out


def test_a_missing_browser_is_a_missing_service(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ready() -> Chromium:
        raise ServiceUnavailableError("run: sudo apt-get install chromium")

    monkeypatch.setattr(chromium, "ready", ready)
    monkeypatch.setenv("CI", "true")
    outcome = Outcome(passed=["mypy (3 s)"])

    assert browser_settings(outcome) == {}
    summarise(outcome)

    assert outcome.exit_code == 1
    assert "NOT RUN  every test in a browser: run: sudo apt-get" in capsys.readouterr().out


def test_the_tests_are_told_which_browser_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Chromium(Path("/somewhere/chromium"), 156)
    monkeypatch.setattr(chromium, "ready", lambda: found)
    outcome = Outcome()

    assert browser_settings(outcome) == {"TILLAGG_CHROMIUM": "/somewhere/chromium"}
    assert not outcome.unavailable


def test_a_test_that_does_not_apply_is_named_and_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    outcome = Outcome(skipped={"a::never": "no such thing"})

    summarise(outcome)

    assert outcome.exit_code == 0
    assert "skipped  a::never: no such thing" in capsys.readouterr().out


def test_a_failed_step_fails_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(failed=["mypy (3 s)"])

    summarise(outcome)

    assert outcome.exit_code == 1
    assert "FAILED   mypy" in capsys.readouterr().out
