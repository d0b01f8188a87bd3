"""The national text changes: the region sees before and after, and says that it is still right."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.timezone import localdate

from content_models.approvals import Approval
from content_models.editions.models import Edition
from content_models.vocabulary import ChangeClass
from editorial_workflows.refusals import NotYours, Refused
from editorial_workflows.submissions import Submission
from editorial_workflows.supplementing.settling import confirm, national_change, situation_of
from region_overlays.models import Region, SupplementPage
from region_overlays.region import ApprovalPath
from region_overlays.staleness import Status
from tests.factories import people
from tests.factories.published import revise, section, supplement, text
from tests.factories.reviewing import approved, changed, handed_in, sent_back

from .scene import (
    SECTIONS,
    get,
    national,
    on_first,
    post,
    reworded,
    said,
    seen,
    standing,
    without_first,
)  # fmt: skip

pytestmark = pytest.mark.django_db
SETTLE = "supplementing:settle"


def settled(page: Any, by: Any) -> bool:
    return confirm(page, people.again(by), seen=seen(page))


def test_one_click_is_a_recorded_approval_and_one_edition() -> None:
    page = national()
    ours, theirs = on_first(page), on_first(page, "12")
    reworded(page)
    assert standing(ours).status == Status.NATIONAL_CHANGED
    before = list(Edition.objects.values_list("part", flat=True))
    gosta = people.regional_approver()
    answer = post(gosta, SETTLE, ours.pk, seen=seen(ours))
    assert "Bekräftat" in said(answer)
    after = list(Edition.objects.order_by("sequence").values_list("part", flat=True))
    assert after[len(before) :] == ["katarakt/sv/14/remiss"]
    latest = Edition.objects.latest("sequence")
    assert latest.approved_on == localdate()
    assert latest.change_class == ChangeClass.EDITORIAL
    approval = Approval.objects.get(pk=latest.approval_id)
    assert (approval.person_id, approval.is_self) == (gosta.pk, False)
    assert standing(ours).status == Status.CURRENT
    assert standing(theirs).status == Status.NATIONAL_CHANGED


def test_the_text_is_not_touched() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    before = SupplementPage.objects.get(pk=ours.pk)
    settled(ours, people.regional_approver())
    after = SupplementPage.objects.get(pk=ours.pk)
    assert after.body.get_prep_value() == before.body.get_prep_value()
    assert (after.title, after.position, after.section_id) == (
        before.title, before.position, before.section_id,
    )  # fmt: skip
    assert after.anchor_hash != before.anchor_hash
    assert not after.has_unpublished_changes


def test_what_was_withheld_is_shown_again() -> None:
    page = national()
    ours = on_first(page)
    reworded(page, ChangeClass.SAFETY)
    assert standing(ours).is_withheld
    settled(ours, people.regional_approver())
    assert not standing(ours).is_withheld


def test_an_editors_word_waits_for_an_approvers() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    rut, gosta = people.regional_editor(), people.regional_approver()
    assert "godkännare" in said(post(rut, SETTLE, ours.pk, seen=seen(ours)))
    assert standing(ours).status == Status.NATIONAL_CHANGED
    submission = Submission.objects.get(is_confirmation=True)
    approved(submission, gosta)
    assert standing(ours).status == Status.CURRENT


def test_two_steps_need_two_people() -> None:
    Region.objects.filter(pk="14").update(approval_path=ApprovalPath.TWO_STEPS)
    page = national()
    ours = on_first(page)
    reworded(page)
    gosta, gun = people.regional_approver(), people.regional_approver(name="gun")
    assert settled(ours, gosta) is False
    assert standing(ours).status == Status.NATIONAL_CHANGED
    submission = Submission.objects.get(is_confirmation=True)
    with pytest.raises(NotYours):
        approved(submission, gosta)
    approved(submission, gun)
    assert standing(ours).status == Status.CURRENT


def test_who_wrote_it_long_ago_may_confirm_it() -> None:
    """Authors are of what has changed since it was approved: nothing has."""
    page = national()
    gosta = people.regional_approver()
    ours = on_first(page)
    reworded(page)
    assert settled(ours, gosta) is True
    reworded_again = revise(page, sections=SECTIONS)
    assert reworded_again.live
    assert settled(ours, gosta) is True


def refusal(page: Any, by: Any, **more: Any) -> str:
    before = Edition.objects.count(), Approval.objects.count(), Submission.objects.count()
    with pytest.raises(Refused) as refused:
        confirm(page, people.again(by), **{"seen": seen(page)} | more)
    after = Edition.objects.count(), Approval.objects.count(), Submission.objects.count()
    assert after == before
    return str(refused.value)


def test_what_is_refused_changes_nothing() -> None:
    page = national()
    ours = on_first(page)
    gosta, rut = people.regional_approver(), people.regional_editor()
    assert "redan" in refusal(ours, gosta)
    opened = seen(ours)
    reworded(page)
    assert "ändrats igen" in refusal(ours, gosta, seen=opened)
    assert "regionens" in refusal(ours, people.regional_approver("12", "skane"))
    assert "regionens" in refusal(ours, people.editor())
    changed(ours, rut, body=[text("Andra ord.")])
    assert "utkast" in refusal(ours, gosta)
    handed_in(SupplementPage.objects.get(pk=ours.pk), rut)
    assert "granskning" in refusal(ours, gosta)


def test_what_has_lost_its_place_is_moved_not_confirmed() -> None:
    page = national()
    ours = on_first(page)
    without_first(page)
    assert standing(ours).status == Status.ANCHOR_LOST
    assert "flytta" in refusal(ours, people.regional_approver())
    shown = get(people.regional_approver(), SETTLE, ours.pk).content.decode()
    assert "Stämmer fortfarande" not in shown


def test_the_screen_shows_before_and_after() -> None:
    page = national()
    ours = on_first(page, blocks=[text("Ring ögonmottagningen.")])
    reworded(page)
    shown = get(people.regional_approver(), SETTLE, ours.pk).content.decode()
    assert "Ring ögonmottagningen." in shown
    assert "på båda ögonen" in shown
    assert "Stämmer fortfarande" in shown
    assert "Operera vid besvär" not in shown, "only the section that it stands in"


def test_before_is_what_it_was_vouched_for_beside() -> None:
    page = national()
    ours = on_first(page)
    revise(page, title="Grå starr")
    reworded(page)
    reworded_twice = revise(
        page, sections=[section("utredning", text("Något annat.", id="block-1")), SECTIONS[1]]
    )
    assert reworded_twice.live
    situation = situation_of(ours)
    assert situation is not None
    assert situation.before is not None
    assert "Undersök synskärpan." in situation.before.document
    change = national_change(situation)
    assert change is not None
    assert [one.key for one in change.sections if not one.is_same] == ["utredning"]


def test_handing_in_vouches_for_the_place_as_it_is_now() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    rut, gosta = people.regional_editor(), people.regional_approver()
    changed(ours, rut, body=[text("Nya ord.")])
    approved(handed_in(ours, rut), gosta)
    assert standing(ours).status == Status.CURRENT


def test_who_hands_in_and_who_judges_are_told_what_to_think_over() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    rut, gosta = people.regional_editor(), people.regional_approver()
    changed(ours, rut, body=[text("Hos oss ges 500 mg.")])
    shown = get(rut, "approvals:hand_in", ours.pk).content.decode()
    assert "har ändrats sedan tillägget" in shown
    assert "500 mg” ser ut som en dos" in shown
    submission = handed_in(ours, rut)
    judged = get(gosta, "approvals:review", submission.pk).content.decode()
    assert "500 mg” ser ut som en dos" in judged
    assert "har ändrats sedan tillägget" not in judged, "it has been vouched for anew"


def test_a_lost_place_is_not_handed_in() -> None:
    page = national()
    ours = on_first(page)
    without_first(page)
    rut = people.regional_editor()
    changed(ours, rut, body=[text("Nya ord.")])
    with pytest.raises(Refused, match="Flytta"):
        handed_in(ours, rut)


def test_a_supplement_on_a_sections_end_is_confirmed_too() -> None:
    page = national()
    ours = supplement(page, at="utredning", id="slut")
    reworded(page)
    assert standing(ours).status == Status.NATIONAL_CHANGED
    assert settled(ours, people.regional_approver()) is True
    assert standing(ours).status == Status.CURRENT


def test_a_safety_change_after_the_hand_in_has_to_be_read_first() -> None:
    page = national()
    ours = on_first(page)
    rut, gosta = people.regional_editor(), people.regional_approver()
    changed(ours, rut, body=[text("Nya ord.")])
    submission = handed_in(ours, rut)
    reworded(page, ChangeClass.SAFETY)
    with pytest.raises(Refused, match="säkerhetsändring"):
        approved(submission, gosta)
    assert standing(ours).is_withheld


def test_one_that_was_sent_back_is_confirmed_all_the_same() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    rut, gosta = people.regional_editor(), people.regional_approver()
    assert settled(ours, rut) is False
    sent_back(Submission.objects.get(is_confirmation=True), gosta)
    assert settled(ours, gosta) is True


def test_what_was_published_since_the_screen_was_opened_is_not_confirmed_unread() -> None:
    page = national()
    ours = on_first(page)
    rut, gosta = people.regional_editor(), people.regional_approver()
    changed(ours, rut, body=[text("Nya ord.")])
    submission = handed_in(ours, rut)
    reworded(page)
    opened = seen(ours)
    approved(submission, gosta)
    assert "ändrats igen" in refusal(ours, people.regional_approver(name="gun"), seen=opened)
