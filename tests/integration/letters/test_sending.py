"""Letters are neither lost nor sent twice: servers that are away, crashes, two workers at once."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from cms import worker
from cms.digest import LEASE, send_digests
from cms.digest_sending import TIMEOUT, LettersNotSent
from cms.worker import StepsFailed, run_once
from content_models.swedish_time import SWEDEN
from editorial_workflows.digest_readers import DigestReader
from tests.factories import people
from tests.factories.published import revise
from tests.factories.supplemented import REWORDED, supplemented
from tests.integration.ledger.threads import ON_POSTGRESQL, together
from tests.services.ports import free_port

from . import boxes
from .mornings import DAY, at, morning, taken
from .smtp import mail_server, sent_to

pytestmark = pytest.mark.django_db
NEXT = DAY + timedelta(days=1)
NAMES = ["anna", "bo", "cilla"]
CRASHING = override_settings(EMAIL_BACKEND=f"{boxes.PATH}.Crashing")
MEETING = override_settings(EMAIL_BACKEND=f"{boxes.PATH}.Meeting")


@pytest.fixture(autouse=True)
def _regional_people(request: pytest.FixtureRequest) -> None:
    """Three people of region 14 with something to be told, before seven."""
    request.getfixturevalue("transactional_db" if _is_transactional(request) else "db")
    for name in NAMES:
        people.regional_editor("14", name)
    revise(supplemented(), sections=REWORDED)
    assert at(DAY, 6) == 0


def _is_transactional(request: pytest.FixtureRequest) -> bool:
    return bool(request.node.get_closest_marker("django_db").kwargs.get("transaction"))


@pytest.fixture
def _quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nobody's name or address in what is logged."""
    with caplog.at_level(logging.DEBUG):
        yield
    assert not [name for name in (*NAMES, "@example.org") if name in caplog.text.lower()]


def counts() -> dict[str, int]:
    return {name: len(letters) for name, letters in taken().items()}


# --- The mail server.


@pytest.mark.usefixtures("_quiet")
def test_a_server_that_takes_them() -> None:
    with mail_server() as server:
        assert at(DAY) == 3
        assert server.taken == NAMES


@pytest.mark.usefixtures("_quiet")
def test_a_server_that_is_away_is_tried_again_and_nothing_is_lost() -> None:
    with sent_to(free_port()):
        for _time in range(2):
            with pytest.raises(LettersNotSent, match="refused"):
                at(DAY)
    with mail_server() as server:
        assert at(DAY, 7, 5) == 3
        assert server.taken == NAMES
        assert at(DAY, 7, 6) == 0


@pytest.mark.usefixtures("_quiet")
def test_a_server_that_is_away_for_days_loses_nothing_either() -> None:
    with sent_to(free_port()), pytest.raises(LettersNotSent):
        at(DAY)
    assert morning(NEXT) == 3
    assert counts() == dict.fromkeys(NAMES, 1)


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("code", ["421", "451", "530", "535"])
def test_a_server_that_says_no_to_everything(code: str) -> None:
    with mail_server() as server:
        server.answers["MAIL FROM"] = f"{code} no"
        with pytest.raises(LettersNotSent, match=code):
            at(DAY)
        server.answers.clear()
        assert at(DAY, 7, 1) == 3


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("line", ["RCPT TO:<bo@", "the letter"])
def test_one_that_is_refused_for_now_keeps_nobody_else_waiting(line: str) -> None:
    with mail_server() as server:
        server.answers[line] = "450 greylisted"
        with pytest.raises(LettersNotSent, match="450"):
            at(DAY)
        held_up = ["bo"] if line.startswith("RCPT") else NAMES
        assert server.taken == [name for name in NAMES if name not in held_up]
        server.answers.clear()
        assert at(DAY, 7, 1) == len(held_up)
        assert sorted(server.taken) == NAMES


@pytest.mark.usefixtures("_quiet")
def test_one_that_is_refused_for_good_is_tried_the_next_morning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with mail_server() as server:
        server.answers["RCPT TO:<bo@"] = "550 bo@example.org: no such person"
        assert at(DAY) == 2
        assert "a letter to region 14 was refused: the recipient was refused with 550" in (
            caplog.text
        )
        assert at(DAY, 8) == 0
        server.answers.clear()
        assert at(NEXT) == 1
        assert server.taken == ["anna", "cilla", "bo"]


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("address", ["bo@example.org\nBcc: alla@example.org", "bo", "@", "b o@x"])
def test_what_is_no_address_stops_nobody(address: str) -> None:
    type(people.person("bo")).objects.filter(username="bo").update(email=address)
    at(DAY)
    assert {"anna", "cilla"} <= set(taken())


def test_in_production_nothing_is_printed_instead_of_sent() -> None:
    console = "django.core.mail.backends.console.EmailBackend"
    with override_settings(PRODUCTION=True, EMAIL_BACKEND=console):
        assert at(DAY) == 0
    assert at(DAY, 8) == 3, "nothing was taken for told"


# --- Crashes.


def test_a_crash_after_sending_repeats_that_letter_once_and_loses_none() -> None:
    boxes.Crashing.crashes[:] = [True]
    with CRASHING, pytest.raises(boxes.Killed):
        at(DAY)
    assert counts() == {"anna": 1}
    assert at(DAY, 7, 1) == 2
    assert counts() == {"bo": 1, "cilla": 1}
    claim = DigestReader.objects.get(person__username="anna").claimed_until
    assert claim is not None
    assert timezone.now() < claim <= timezone.now() + LEASE
    DigestReader.objects.update(claimed_until=timezone.now())
    assert [at(DAY, 7, 20), at(DAY, 7, 21)] == [1, 0]
    assert counts() == {"anna": 1}
    assert timedelta(seconds=TIMEOUT) * 20 < LEASE, "a slow server is not taken for a crash"


def test_a_worker_that_is_told_to_stop_leaves_the_rest_for_the_next() -> None:
    now = datetime.combine(DAY, time(7), tzinfo=SWEDEN)
    answers = iter([False, True])
    assert send_digests(should_stop=lambda: next(answers), now=now) == 1
    assert at(DAY) == 2
    assert counts() == dict.fromkeys(NAMES, 1)


# --- Two at once.


def test_a_worker_that_comes_while_a_letter_is_on_its_way_sends_the_others() -> None:
    boxes.Meeting.others[:] = [lambda: at(DAY)]
    with MEETING:
        assert at(DAY) == 1
    assert counts() == dict.fromkeys(NAMES, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not ON_POSTGRESQL, reason="In memory, SQLite's database is one connection.")
def test_four_workers_at_once_send_each_letter_once() -> None:
    sent = together(*[lambda: at(DAY)] * 4)
    assert sum(sent) == 3
    assert counts() == dict.fromkeys(NAMES, 1)


# --- In the worker.


def test_the_worker_names_the_step_and_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = next(step for step in worker.steps() if step.name == "letters")
    DigestReader.objects.update(next_on=timezone.localdate() - timedelta(days=1))
    monkeypatch.setattr("cms.digest.SENT_AT", time.min)
    with sent_to(free_port()):
        failure = letters.run(lambda: False)
        assert isinstance(failure, LettersNotSent)
        assert letters.failures == 1
        with pytest.raises(StepsFailed, match=r"letters: .*refused"):
            run_once()
    assert letters.run(lambda: False) is None
    assert letters.failures == 0
    assert len(mail.outbox) == 3


def test_an_unexpected_fault_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: Any) -> None:
        raise KeyError("a fault of ours")

    monkeypatch.setattr("cms.digest.letter_of", broken)
    with pytest.raises(KeyError):
        at(DAY)
