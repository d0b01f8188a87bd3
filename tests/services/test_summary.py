"""What could not be started is loud everywhere and a failure on CI."""

import pytest

from tests.run import Outcome, summarise

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
