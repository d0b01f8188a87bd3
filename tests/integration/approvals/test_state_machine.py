"""Whatever six people do in whatever order, an edition rests on the approvals that it needs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from cms.schedule import publish_due
from content_models.models import ProgrammeArea
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from editorial_workflows import roles
from region_overlays.models import Region
from region_overlays.region import ApprovalPath
from tests.factories.reviewing import AREA, latest

from .doors import bulk_address
from .machine import WHICH, WHO, Approvals, refused
from .six_people import CLOCK, prepare

EXAMPLES, STEPS = 15, 30
"""As many as take less than 40 seconds on SQLite, on one core."""


class Everything(Approvals):
    """With what happens around the reviews: time, moves, take-downs, locks, and ways past them."""

    @rule(days=st.integers(1, 3))
    def time_passes(self, days: int) -> None:
        CLOCK.passed += timedelta(days=days)
        publish_due(should_stop=lambda: False)

    @rule(which=WHICH, who=WHO, kind=st.sampled_from(Kind))
    def move(self, which: int, who: str, kind: Kind) -> None:
        if page := self.page(which):
            folder = folder_for(kind, page.locale.language_code)
            self.post(
                who, reverse("wagtailadmin_pages:move_confirm", args=[page.pk, folder.pk]), {}
            )

    @rule(which=WHICH, who=WHO, verb=st.sampled_from(["unpublish", "delete", "lock", "unlock"]))
    def press(self, which: int, who: str, verb: str) -> None:
        if page := self.page(which):
            self.post(who, reverse(f"wagtailadmin_pages:{verb}", args=[page.pk]), {})

    @rule(which=WHICH, who=WHO, way=st.sampled_from(["revision", "bulk", "verb"]))
    def go_past(self, which: int, who: str, way: str) -> None:
        """As a plug-in might: what is written now is to be published."""
        page = self.waiting(which) if way == "verb" else self.scheduled(which)
        if page is None:
            return
        self.save(page, who, title="Förbi", go_live_at=None)
        page = latest(page)
        with refused():
            if way == "revision":
                revision = page.get_latest_revision()
                revision.publish(user=self.user(who), skip_permission_checks=True)
            elif way == "bulk":
                self.post(who, bulk_address("publish", page), {"include_descendants": ""})
            else:
                page.current_workflow_task_state.approve(user=self.user(who))

    @rule(who=st.sampled_from(["elis", "osten", "bodil", "rut"]))
    def change_rights(self, who: str) -> None:
        """Someone loses what they could approve; whoever had lost theirs gets it back.

        The region has instead that its people may, or may no longer, approve their own.
        """
        if who == "rut":
            self.oracle.self_allowed ^= {"14"}
            is_allowed = "14" in self.oracle.self_allowed
            path = ApprovalPath.SELF_APPROVAL if is_allowed else ApprovalPath.ONE_APPROVER
            Region.objects.filter(pk="14").update(approval_path=path)
            return
        area = ProgrammeArea.objects.get(name=AREA).pk
        table = {
            "elis": (roles.NATIONAL_EXPERTS, "expert"),
            "osten": (f"{roles.AREA_APPROVERS}{AREA}", f"approver of area {area}"),
            "bodil": (roles.NATIONAL_APPROVERS, "approver"),
        }
        for name, (group, mandate) in table.items():
            groups, held = self.user(name).groups, self.oracle.mandates[self.ids[name]]
            if name == who and mandate in held:
                groups.remove(Group.objects.get(name=group))
                held.discard(mandate)
            else:
                groups.add(Group.objects.get(name=group))
                held.add(mandate)

    @invariant()
    def the_ledger_is_as_it_should_be(self) -> None:
        self.oracle.check()
        self.oracle.is_importing = False


@pytest.mark.django_db
def test_every_edition_rests_on_the_approvals_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", CLOCK.now)
    (tmp_path / "content").mkdir()
    prepare(tmp_path / "content")
    run_state_machine_as_test(
        Everything, settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS)
    )
