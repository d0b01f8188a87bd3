"""The worker's steps fail, are retried and end on their own; what is due is published."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms import worker
from cms.schedule import publish_due
from cms.worker import LONGEST_WAIT, Step, StepsFailed, run, run_once
from search.engines.embedded.folder import IndexFolder
from search.engines.embedded.locks import HeldLock
from search.engines.errors import Interrupted
from tests.factories import published
from tests.integration.search.conftest import Keys


def go() -> bool:
    return False


def schedule(page: Any, **times: Any) -> None:
    """Give the page a time and approve it, as a workflow would have."""
    draft = page.get_latest_revision_as_object()
    for name, value in times.items():
        setattr(draft, name, value)
    revision = draft.save_revision()
    page.refresh_from_db()
    published.approve(page)
    revision.publish()


def make_due(page: Any, **content: str) -> None:
    """Let its time come; with `content`, behind the approval's back."""
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    past = timezone.now() - timedelta(minutes=1)
    # Past what keeps a judged revision from being written over.
    page.revisions.filter(pk=revision.pk).update(
        approved_go_live_at=past,
        content=revision.content | {"go_live_at": past.isoformat(), **content},
    )


def test_once_publishes_nothing_by_itself_and_indexes_what_is_there(keys: Keys) -> None:
    published.article()
    run_once()
    assert keys("katarakt") == ["katarakt"]


def test_what_is_due_is_published_and_what_has_expired_is_not(keys: Keys) -> None:
    page, old = published.draft_article(), published.article("gammal", title="Gammal")
    schedule(page, go_live_at=timezone.now() + timedelta(hours=1))
    call_command("run_worker", once=True)
    assert keys("katarakt") == []
    make_due(page)
    type(old).objects.filter(pk=old.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert publish_due(should_stop=go) == []
    run_once()
    assert (keys("katarakt"), keys("gammal")) == (["katarakt"], [])


def test_a_refused_item_does_not_stop_the_others(
    keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    for key, changed in (("forsta", {"title": "Smuget"}), ("andra", {})):
        page = published.draft_article(key, title=key)
        schedule(page, go_live_at=timezone.now() + timedelta(hours=1))
        make_due(page, **changed)
    (refusal,) = publish_due(should_stop=go)
    assert "no recorded approval" in refusal
    assert "was refused" in caplog.text
    run_once()
    assert (keys("smuget forsta"), keys("andra")) == ([], ["andra"])


def test_a_failing_step_is_named_and_the_others_are_done(folder: IndexFolder) -> None:
    page = published.draft_article()
    schedule(page, go_live_at=timezone.now() + timedelta(hours=1))
    make_due(page)
    with (
        HeldLock(folder.root / "rebuild.lock", purpose="someone"),
        pytest.raises(StepsFailed, match=r"search index: .*someone"),
    ):
        run_once()
    page.refresh_from_db()
    assert page.live
    with (
        HeldLock(folder.root / "rebuild.lock", purpose="someone"),
        pytest.raises(CommandError, match="search index"),
    ):
        call_command("run_worker", once=True)


def test_failures_are_retried_later_and_later_up_to_a_minute() -> None:
    def fail(_should_stop: Any) -> None:
        raise OSError("disk full")

    step = Step("x", 0.5, fail, (OSError,))
    waits = []
    for _time in range(12):
        step.run(go)
        waits.append(step.due - worker.monotonic())
    assert [round(wait) for wait in waits[:7]] == [1, 2, 4, 8, 16, 32, 60]
    assert max(waits) <= LONGEST_WAIT
    step.act = lambda _should_stop: None
    assert step.run(go) is None
    assert step.failures == 0


def test_being_interrupted_is_no_failure_and_the_unexpected_is_not_hidden() -> None:
    def interrupted(_should_stop: Any) -> None:
        raise Interrupted

    def broken(_should_stop: Any) -> None:
        raise KeyError("a fault of ours")

    assert Step("x", 1, interrupted, ()).run(go) is None
    with pytest.raises(KeyError):
        Step("x", 1, broken, (OSError,)).run(go)


def test_each_step_has_its_own_pace_and_is_closed_at_the_end() -> None:
    done: list[str] = []
    often = Step("a", 0.0, lambda _: done.append("a"), (), close=lambda: done.append("closed"))
    seldom = Step("b", 60.0, lambda _: done.append("b"), ())
    run(lambda: done.count("a") >= 3, [often, seldom])
    assert done == ["a", "b", "a", "a", "closed"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(tmp_path: Path, number: signal.Signals) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "TILLAGG_DATA": str(tmp_path),
        # Without tables every step fails, and the worker goes on trying.
        "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}",
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run_worker"],
        cwd=settings.ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    with process:
        for line in process.stderr:
            if "schedule failed" in line:
                break
        process.send_signal(number)
        assert process.wait(timeout=20) == 0
