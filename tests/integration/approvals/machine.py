"""Six people who write, judge, import, move and delete in any order, each through real doors."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Page, Revision, WorkflowState

from content_models.approvals import Approval
from content_models.editions.ledger import has_live_edition
from content_models.languages import locale_of
from content_models.models import ProgrammeArea
from content_models.vocabulary import ChangeClass
from editorial_workflows import decisions, submitting
from region_overlays.models import SupplementPage
from tests.factories import people
from tests.factories.reviewing import AREA, latest
from tests.integration.import_content import content

from . import contributing
from .doors import DOORS, Door, edit_form, review_address, review_form
from .oracle import CONTENT, Oracle
from .six_people import CLOCK, OTHER_AREA, PEOPLE, mandates

WHO = st.sampled_from(PEOPLE)
WRITER = st.sampled_from(["anna", "bodil", "bodil", "adam", "rut"])
REGIONAL = {"anna": "adam", "bodil": "adam", "adam": "adam", "rut": "rut"}
DECIDERS = ["elis", "bodil", "osten", "rut", "anna"]
DECIDER = st.sampled_from(DECIDERS)
WHICH = st.integers(0, 5)
CLASS = st.sampled_from(ChangeClass)
WORDS = st.sampled_from(["Ett", "Två", "Tre"])
BY_THE_TASK = DOORS["the task itself"]


def as_it_stands(page: Any, user: Any) -> None:
    """What is on the screen now, whatever has become of it since it was handed in."""
    state = page.current_workflow_task_state
    decisions.approve(state, user, seen=state.revision.as_object().render().sha256)


DOOR = st.sampled_from(
    [DOORS["review screen"], DOORS["Wagtail's address"], BY_THE_TASK, as_it_stands]
)


@contextmanager
def refused() -> Iterator[None]:
    """Whatever is refused in words is as it should be; anything else is not."""
    with suppress(PermissionDenied, ValidationError):
        yield


class Approvals(RuleBasedStateMachine):
    """What people do; after each step the oracle looks at the ledger."""

    def __init__(self) -> None:
        super().__init__()
        CLOCK.passed = timedelta()
        self._transaction = transaction.atomic()
        self._transaction.__enter__()
        users = {name: people.person(name) for name in PEOPLE}
        self.ids = {name: user.pk for name, user in users.items()}
        held = mandates()
        self.oracle = Oracle({self.ids[name]: held[name] for name in PEOPLE})
        self.oracle.start()
        for page in Page.objects.filter(pk__in=self.ids_of_pages()).specific():
            author = "adam" if isinstance(page, SupplementPage) else "anna"
            if not page.live:
                self.oracle.wrote(page, self.ids[author])
        self.clients = {name: people.client_of(user) for name, user in users.items()}
        self._folder = tempfile.TemporaryDirectory()
        self._number = 0

    def teardown(self) -> None:
        self._folder.cleanup()
        transaction.set_rollback(True)
        self._transaction.__exit__(None, None, None)

    # --- What there is.

    def ids_of_pages(self) -> list[int]:
        return list(Page.objects.type(*CONTENT).order_by("pk").values_list("pk", flat=True))

    def page(self, which: int, among: list[int] | None = None) -> Any:
        """One of these pages, or of all if none of these are there."""
        every = self.ids_of_pages()
        ids = [pk for pk in among or () if pk in every] or every
        return Page.objects.get(pk=ids[which % len(ids)]).specific if ids else None

    def user(self, who: str) -> Any:
        return people.person(who)

    def post(self, who: str, address: str, form: dict[str, Any]) -> Any:
        answer = self.clients[who].post(address, form)
        assert answer.status_code < 500
        return answer

    def save(self, page: Any, who: str, over: Any = None, **fields: Any) -> None:
        draft = latest(page).get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        before = draft.latest_revision
        with refused():
            draft.save_revision(user=self.user(who), overwrite_revision=over)
        if over is not None or latest(page).latest_revision != before:
            self.oracle.wrote(page, self.ids[who])

    # --- Writing.

    @rule(which=WHICH, who=WHO, words=WORDS, days=st.sampled_from([None, None, 1, 2]))
    def edit(self, which: int, who: str, words: str, days: int | None) -> None:
        """As a script or a tool would, whoever it is and whether or not it is locked."""
        if page := self.page(which):
            at = None if days is None else timezone.now() + timedelta(days=days)
            self.save(page, who, title=words, go_live_at=at)

    @rule(which=WHICH, who=WHO, words=WORDS, area=st.sampled_from([AREA, OTHER_AREA]))
    def edit_in_the_admin(self, which: int, who: str, words: str, area: str) -> None:
        if page := self.page(which):
            before = page.latest_revision_id
            form = edit_form(page, title=words)
            form["programme_area"] = ProgrammeArea.objects.get(name=area).pk
            self.post(who, reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
            if latest(page).latest_revision_id != before:
                self.oracle.wrote(page, self.ids[who])

    @rule(which=WHICH, words=WORDS, judged=st.booleans())
    def autosave(self, which: int, words: str, judged: bool) -> None:
        """Over the latest revision, by the one who made it; also when it has been judged."""
        ids = sorted({row.page_id for row in Approval.objects.all()}) if judged else None
        page = self.page(which, ids)
        revision = page and page.latest_revision
        if revision and revision.user and revision.user.username in PEOPLE:
            self.save(page, revision.user.username, over=revision, title=f"{words} (autosparad)")

    @rule(which=WHICH, who=WHO)
    def revert(self, which: int, who: str) -> None:
        if page := self.page(which):
            with refused():
                first = page.revisions.earliest("pk")
                RevertToPageRevisionAction(page, first, user=self.user(who)).execute()
                self.oracle.wrote(page, self.ids[who])
                self.oracle.reverted(page, first.pk)

    @rule(which=WHICH, who=WHO, way=st.sampled_from(["copy", "translation", "wagtail-localize"]))
    def copy(self, which: int, who: str, way: str) -> None:
        page = self.page(which)
        if page is None or (way != "copy" and page.locale.language_code != "sv"):
            return
        with refused():
            if way == "copy":
                self._number += 1
                slug, whole = f"kopia-{self._number}", bool(self._number % 2)
                user = self.user(who)
                copy = page.copy(
                    update_attrs={"slug": slug}, user=user, copy_revisions=whole, keep_live=False
                )
                self.oracle.wrote(copy, self.ids[who])
            elif way == "wagtail-localize":
                copy = contributing.target(contributing.synced(page, self.user(who)))
                self.oracle.wrote(copy, self.ids[who])
            elif page.has_translation(locale_of("en")):
                return
            else:
                copy = page.copy_for_translation(locale_of("en"), copy_parents=True)
            self.oracle.copied(page, copy)

    @rule(key=st.sampled_from(["glaukom", "katarakt", "starr"]), words=WORDS, publish=st.booleans())
    def import_a_file(self, key: str, words: str, publish: bool) -> None:
        folder = Path(self._folder.name)
        for old in folder.glob("*.md"):
            old.unlink()
        text = content.article(key, programme_area=AREA, title=words)
        self.oracle.is_importing = True
        content.run(content.write(folder, fil=text), publish=publish, report=folder / "report")

    # --- Handing in and deciding.

    @rule(which=WHICH, who=WRITER, change_class=CLASS)
    def hand_in(self, which: int, who: str, change_class: ChangeClass) -> None:
        self._hand_in(self.page(which), who, change_class)

    @rule(which=WHICH, who=DECIDER, door=DOOR)
    def approve(self, which: int, who: str, door: Door) -> None:
        if page := self.waiting(which):
            self._by(door, page, who)

    @rule(which=WHICH, who=WHO, button=st.sampled_from(["send_back", "take_back"]))
    def send_or_take_back(self, which: int, who: str, button: str) -> None:
        if page := self.waiting(which):
            self.post(who, review_address(page), review_form(page, button, remark="Nej."))

    @rule(which=WHICH, who=WRITER, change_class=CLASS, deciders=st.permutations(DECIDERS))
    def go_all_the_way(
        self, which: int, who: str, change_class: ChangeClass, deciders: list[str]
    ) -> None:
        """Someone writes and hands in, and everyone who might decide tries to."""
        if page := self.page(which):
            self.save(page, who, title="Hela vägen")
            self._hand_in(page, who, change_class)
            for decider in deciders:
                self._by(BY_THE_TASK, latest(page), decider)

    @rule(
        which=WHICH,
        who=WRITER,
        approver=st.sampled_from(["osten", "bodil"]),
        days=st.sampled_from([None, 2]),
    )
    def go_by_the_book(self, which: int, who: str, approver: str, days: int | None) -> None:
        """But for the one who wrote it, who tries to take each step first."""
        page = self.page(which)
        if page is None:
            return
        if isinstance(page, SupplementPage):
            who, approver = REGIONAL[who], "rut"
        at = None if days is None else timezone.now() + timedelta(days=days)
        self.save(page, who, title="Enligt boken", go_live_at=at)
        self._hand_in(page, who, ChangeClass.SUBSTANTIVE)
        for decider in (who, "elis", who, approver):
            self._by(BY_THE_TASK, latest(page), decider)

    def waiting(self, which: int) -> Any:
        """One of the pages that are under review, if any is."""
        states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
        ids = [int(pk) for pk in states.order_by("pk").values_list("object_id", flat=True)]
        return self.page(which, ids) if ids else None

    def scheduled(self, which: int) -> Any:
        """One of the pages that wait for their time, or else any."""
        late = Revision.objects.exclude(approved_go_live_at=None).order_by("pk")
        return self.page(which, [int(pk) for pk in late.values_list("object_id", flat=True)])

    def _hand_in(self, page: Any, who: str, change_class: ChangeClass) -> None:
        if page is None:
            return
        possible = change_class if has_live_edition(page.pk) else ChangeClass.SUBSTANTIVE
        with refused():
            submission = submitting.submit(page, self.user(who), possible, "Ny.")
            self.oracle.handed_in[submission.pk] = self.ids[who]

    def _by(self, door: Door, page: Any, who: str) -> None:
        if page.current_workflow_task_state:
            with refused():
                answer = door(page, self.user(who))
                assert answer is None or answer.status_code < 500
