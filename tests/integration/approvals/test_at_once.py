"""Two people decide, lock, edit or hand in at once: one clear state, and the other is told so.

Each pair meets in two ways: with what each has on their screen grown old (on both databases), and
in two threads that both have read before either writes (PostgreSQL).
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from content_models.approvals import Approval
from content_models.editions.ledger import publishing
from content_models.models import CurrentEdition, Edition
from editorial_workflows import decisions, submitting
from editorial_workflows.submissions import Submission
from editorial_workflows.views import editing
from tests.factories import people
from tests.factories.reviewing import approved, changed, handed_in, latest, written
from tests.integration.ledger.threads import ON_POSTGRESQL, together

from .doors import edit_form, review_address, review_form

Act = Callable[[], Any]
Prepared = Callable[[Any], Act]
"""Given a page, opens what is needed on the screen; what it gives presses the button."""


def deciding(who: Callable[[], Any], button: str) -> Prepared:
    def prepare(page: Any) -> Act:
        client, form = people.client_of(who()), review_form(page, button, remark="Dosen saknas.")
        return lambda: client.post(review_address(page), form, follow=True)

    return prepare


def locking(who: Callable[[], Any]) -> Prepared:
    def prepare(page: Any) -> Act:
        client, address = (
            people.client_of(who()),
            reverse("wagtailadmin_pages:lock", args=[page.pk]),
        )
        return lambda: client.post(address, {}, follow=True)

    return prepare


def handing_in(who: Callable[[], Any]) -> Prepared:
    def prepare(page: Any) -> Act:
        client, address = people.client_of(who()), reverse("approvals:hand_in", args=[page.pk])
        form = {"change_class": "substantive", "note": "Ny."}
        form |= dict(client.get(address).context["form"].initial or {})
        return lambda: client.post(address, form, follow=True)

    return prepare


def editing_it(who: Callable[[], Any]) -> Prepared:
    def prepare(page: Any) -> Act:
        client, address = (
            people.client_of(who()),
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
        )
        form = edit_form(page, title="Skriven samtidigt")
        return lambda: client.post(address, form, follow=True)

    return prepare


def bo() -> Any:
    return people.editor("bo")


def gunnel() -> Any:
    return people.approver("gunnel")


@dataclass(frozen=True)
class Pair:
    """Two acts on a draft or on a page that waits for its last approval."""

    one: Prepared
    two: Prepared
    ends: dict[str, str]
    """How it may end → what the one who came second is told; empty: nothing is in their way."""
    is_draft: bool = False


APPROVED, SENT_BACK, TAKEN_BACK = "godkände den", "skickade tillbaka den", "tog tillbaka den"
approves, rejects = deciding(people.approver, "approve"), deciding(gunnel, "send_back")
takes_back = deciding(people.editor, "take_back")
PAIRS = {
    "approve + approve": Pair(approves, deciding(gunnel, "approve"), {"published": APPROVED}),
    "approve + reject": Pair(approves, rejects, {"published": APPROVED, "sent back": SENT_BACK}),
    "approve + take back": Pair(
        approves, takes_back, {"published": APPROVED, "taken back": TAKEN_BACK}
    ),
    "reject + take back": Pair(
        rejects, takes_back, {"sent back": SENT_BACK, "taken back": TAKEN_BACK}
    ),
    "lock + lock": Pair(
        locking(people.approver), locking(gunnel), {"draft, locked": "låst av"}, is_draft=True
    ),
    # What is under review is frozen as it is, and not locked; what has been published can be.
    "lock + approve": Pair(
        locking(gunnel), approves, {"published": "saknar rättigheter", "published, locked": ""}
    ),
    "hand in + hand in": Pair(
        handing_in(people.editor), handing_in(bo), {"waiting": "redan inlämnad"}, is_draft=True
    ),
    "edit + hand in": Pair(
        editing_it(people.editor),
        handing_in(bo),
        {"waiting": "redan inlämnad", "waiting, rewritten": ""},
        is_draft=True,
    ),
}


def a_page(pair: Pair, number: int = 0) -> Any:
    page = changed(written(people.editor(), f"artikel-{number}"), people.editor(), title="Först")
    if not pair.is_draft:
        approved(handed_in(page, people.editor()), people.expert())
    return latest(page)


ERROR = re.compile(r"<li class=\"error\">.*?</svg>([^<]*)", re.DOTALL)


def end_of(page: Any) -> str:
    """The one state that the page is in; fails if it is in none or in several."""
    page = latest(page)
    states = Counter(WorkflowState.objects.for_instance(page).values_list("status", flat=True))
    open_steps = TaskState.objects.for_instance(page).filter(status=TaskState.STATUS_IN_PROGRESS)
    names = {
        "approved": "published",
        "needs_changes": "sent back",
        "cancelled": "taken back",
        "in_progress": "waiting",
    }
    if not states:
        return "draft, locked" if page.locked else "draft"
    [(status, count)] = states.items()
    assert count == 1
    assert open_steps.count() == (1 if status == "in_progress" else 0)
    submission = Submission.objects.get(page_id=page.pk)
    taken = Counter(Approval.objects.filter(page_id=page.pk).values_list("step", flat=True))
    assert set(taken.values()) <= {1}, taken
    live = CurrentEdition.objects.filter(page_id=page.pk, tombstone=False).exists()
    assert page.live == live == (status == "approved") == ("national-approval" in taken)
    assert Edition.objects.filter(page_id=page.pk).count() == int(live)
    if status == "in_progress":
        assert submission.revision_id == page.latest_revision_id, "what is judged is the latest"
    ends = [names[status], *(["locked"] if page.locked else [])]
    title = page.get_latest_revision_as_object().title
    return ", ".join([*ends, *(["rewritten"] if title == "Skriven samtidigt" else [])])


def told(answer: Any) -> list[str]:
    """The errors that a person reads after pressing the button.

    From the page itself: Django's test client mixes up the contexts of two threads.
    """
    assert answer.status_code == 200, answer.status_code
    html = answer.content.decode().partition('data-w-messages-target="template"')[0]
    return [unescape(found.strip()) for found in ERROR.findall(html)]


def check(pair: Pair, page: Any, answers: list[Any]) -> None:
    end = end_of(page)
    assert end in pair.ends, end
    errors = [error for answer in answers for error in told(answer)]
    if pair.ends[end]:
        [error] = errors
        assert re.search(pair.ends[end], error), error
    else:
        assert errors == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("order", [1, -1], ids=["in order", "the other way round"])
def test_with_an_old_screen(name: str, order: int) -> None:
    pair = PAIRS[name]
    page = a_page(pair)
    acts = [pair.one(page), pair.two(page)]
    answers = [act() for act in acts[::order]]
    check(pair, page, answers)


def meet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of two threads waits for the other before its first turn at the ledger's lock."""
    both, arrived = threading.Barrier(2), threading.local()

    def take_turns() -> AbstractContextManager[Any]:
        if not hasattr(arrived, "once"):
            arrived.once = True
            with suppress(threading.BrokenBarrierError):
                both.wait(timeout=10)
        return publishing()

    for module in (decisions, submitting, editing):
        monkeypatch.setattr(module, "publishing", take_turns)


@pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite: one writer at a time, see above")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", PAIRS)
def test_in_the_same_moment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = PAIRS[name]
    for number in range(3):
        page = a_page(pair, number)
        acts = [pair.one(page), pair.two(page)]
        with monkeypatch.context() as patched:
            meet(patched)
            answers = together(*acts)
        check(pair, page, answers)
