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
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from editorial_workflows import roles
from region_overlays.models import Region
from tests.factories.reviewing import AREA

from .doors import bulk_address
from .machine import CLOCK, WHICH, WHO, Approvals, prepare, refused

EXAMPLES, STEPS = 20, 30
"""As many as take less than 40 seconds on SQLite, on one core."""


class Everything(Approvals):
    """With what happens around the reviews: time, moves, take-downs, locks, and ways past them."""

    @rule(which=WHICH, who=WHO, days=st.integers(1, 2))
    def schedule(self, which: int, who: str, days: int) -> None:
        if page := self.page(which):
            go_live_at = timezone.now() + timedelta(days=days)
            self.save(page, who, go_live_at=go_live_at, title="Schemalagd")

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

    @rule(which=WHICH, who=WHO)
    def publish_past_the_workflow(self, which: int, who: str) -> None:
        if page := self.page(which):
            with refused():
                page.get_latest_revision().publish(user=self.user(who), skip_permission_checks=True)
            self.post(who, bulk_address("publish", page), {"include_descendants": ""})

    @rule(who=st.sampled_from(["elis", "osten", "bodil"]))
    def change_mandates(self, who: str) -> None:
        """Someone loses what they could approve, or gets it back."""
        name, mandate = {
            "elis": (roles.NATIONAL_EXPERTS, "expert"),
            "osten": (f"{roles.AREA_APPROVERS}{AREA}", self.area_mandate()),
            "bodil": (roles.NATIONAL_APPROVERS, "approver"),
        }[who]
        group, held = Group.objects.get(name=name), self.oracle.mandates[self.ids[who]]
        if mandate in held:
            self.user(who).groups.remove(group)
        else:
            self.user(who).groups.add(group)
        held ^= {mandate}

    def area_mandate(self) -> str:
        from content_models.models import ProgrammeArea

        return f"approver of area {ProgrammeArea.objects.get(name=AREA).pk}"

    @rule()
    def change_self_approval(self) -> None:
        allowed = self.oracle.self_allowed
        allowed ^= {"14"}
        Region.objects.filter(pk="14").update(allows_self_approval="14" in allowed)

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
