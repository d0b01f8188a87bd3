"""The paths to publication: who takes which step for which change, and what the ledger says."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from content_models.approvals import Approval
from content_models.models import ApprovedDocument, CurrentEdition, Edition
from content_models.vocabulary import ChangeClass, Kind
from editorial_workflows.refusals import NotSubmitted, NotYours, Refused
from region_overlays.models import Region
from region_overlays.region import ApprovalPath
from tests.factories import people
from tests.factories.published import article, section, text
from tests.factories.reviewing import (
    AREA,
    BODY,
    approved,
    changed,
    current,
    handed_in,
    latest,
    published_nationally,
    regional,
    sent_back,
    written,
)

pytestmark = pytest.mark.django_db


def test_a_substantive_change_takes_three_people() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    page = written(anna)
    submission = handed_in(page, anna, note="Första versionen.")
    first = approved(submission, elis, remark="Stämmer.")
    assert (first.is_final, latest(page).live) == (False, False)
    last = approved(submission, greta)

    assert (last.is_final, latest(page).live) == (True, True)
    edition = CurrentEdition.objects.select_related("edition").get(part="katarakt/sv").edition
    assert edition.approvals == [first.pk, last.pk]
    assert (edition.approved_on, edition.approved_by) == (timezone.localdate(), BODY)
    assert (edition.change_class, edition.note) == ("substantive", "Första versionen.")
    assert edition.revision_id == last.revision_id == first.revision_id
    assert edition.sha256 == last.sha256 == first.sha256
    assert ApprovedDocument.objects.get(pk=last.sha256).document == edition.document
    assert [(a.role, a.step, a.person_id, a.remark) for a in Approval.objects.order_by("pk")] == [
        ("national-expert", "expert-review", elis.pk, "Stämmer."),
        ("national-approver", "national-approval", greta.pk, ""),
    ]


def test_nothing_unpublished_is_editorial_or_safety() -> None:
    anna = people.editor()
    for change_class in (ChangeClass.EDITORIAL, ChangeClass.SAFETY):
        with pytest.raises(NotSubmitted):
            handed_in(written(anna, f"artikel-{change_class}"), anna, change_class)


def test_an_editorial_change_takes_one_other_person_and_renews_no_approval() -> None:
    page = published_nationally()
    before = CurrentEdition.objects.get(part="katarakt/sv").edition
    anna, bo = people.editor("anna"), people.editor("bo")
    page = changed(page, anna, title="Gråstarr")
    submission = handed_in(page, anna, ChangeClass.EDITORIAL, "Stavfel.")
    with pytest.raises(NotYours):
        approved(submission, anna)
    approved(submission, bo)
    now = CurrentEdition.objects.get(part="katarakt/sv").edition
    assert (now.sequence, now.change_class) == (before.sequence + 1, "editorial")
    assert (now.approved_on, now.approved_by) == (before.approved_on, before.approved_by)


def test_a_safety_change_goes_past_the_expert_to_any_areas_approver() -> None:
    page = published_nationally()
    anna, other = people.editor("anna"), people.area_approver("Hjärt- och kärlsjukdomar")
    submission = handed_in(changed(page, anna, summary="Ny dos"), anna, ChangeClass.SAFETY)
    with pytest.raises(NotYours):
        approved(submission, people.editor("bo"))
    approved(submission, other)
    assert Edition.objects.order_by("-sequence").first().change_class == "safety"


def test_an_areas_approver_approves_their_own_area_only() -> None:
    anna, elis = people.editor(), people.expert()
    submission = handed_in(written(anna), anna)
    approved(submission, elis)
    with pytest.raises(NotYours):
        approved(submission, people.area_approver("Tandvård", "tage"))
    approved(submission, people.area_approver(AREA, "osten"))


def test_youth_pages_are_reviewed_by_a_youth_editor() -> None:
    anna, ulla, greta = people.editor(), people.youth_editor(), people.approver()
    page = written(anna, "starr-barn", kind=Kind.YOUTH_PAGE)
    submission = handed_in(page, anna)
    with pytest.raises(NotYours):
        approved(submission, people.expert())
    approved(submission, ulla)
    approved(submission, greta)
    assert latest(page).live


def test_one_person_does_not_take_two_steps() -> None:
    anna = people.editor()
    both = people.person("bodil", "Nationella sakkunniga", "Nationella godkännare")
    submission = handed_in(written(anna), anna)
    approved(submission, both)
    with pytest.raises(NotYours):
        approved(submission, both)


def test_a_region_approves_its_own() -> None:
    national = article()
    rut = people.regional_editor("14")
    page = regional(rut, national, "14", id="utredning")
    submission = handed_in(page, rut)
    for stranger in (people.approver(), people.regional_approver("12", "gun"), people.editor()):
        with pytest.raises(NotYours):
            approved(submission, stranger)
    approved(submission, people.regional_approver("14"))
    edition = CurrentEdition.objects.get(part="katarakt/sv/14/utredning").edition
    assert (edition.approved_by, edition.is_self) == ("Västra Götalandsregionen", False)


def test_self_approval_is_the_regions_to_allow_and_stands_in_the_ledger() -> None:
    national = article()
    rut = people.person("rut", "Region Skåne: redaktörer", "Region Skåne: godkännare")
    submission = handed_in(regional(rut, national, "12", id="utredning"), rut)
    with pytest.raises(NotYours):
        approved(submission, rut)
    Region.objects.filter(pk="12").update(approval_path=ApprovalPath.SELF_APPROVAL)
    assert approved(submission, rut).is_self
    assert CurrentEdition.objects.get(part="katarakt/sv/12/utredning").edition.is_self


def test_sent_back_with_a_remark_mended_and_approved_from_the_start() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    page = written(anna)
    first = handed_in(page, anna)
    approved(first, elis)
    with pytest.raises(Refused):
        sent_back(first, greta, remark="  ")
    sent_back(first, greta, remark="Dosen saknas.")
    page = changed(page, anna, summary="1 mg")
    second = handed_in(page, anna)
    with pytest.raises(NotYours):
        approved(second, greta)
    approved(second, elis)
    approved(second, greta)
    edition = Edition.objects.get()
    assert edition.revision_id == latest(page).live_revision_id
    assert len(edition.approvals) == 2


def test_an_approved_schedule_waits_for_its_time() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    page = changed(written(anna), anna, go_live_at=timezone.now() + timedelta(days=1))
    submission = handed_in(page, anna)
    approved(submission, elis)
    approved(submission, greta)
    assert (latest(page).live, Edition.objects.count()) == (False, 0)
    assert latest(page).scheduled_revision.pk == current(submission).revision_id


def safety_changed(page: Any) -> None:
    anna = people.editor("anna")
    change = changed(page, anna, sections=[section("utredning", text("Ny dos.", id=BLOCK))])
    approved(handed_in(change, anna, ChangeClass.SAFETY), people.approver())


BLOCK = "33333333-3333-4333-8333-333333333333"


def test_a_held_back_supplement_is_confirmed_by_more_than_a_comma() -> None:
    page = published_nationally(sections=[section("utredning", text("Dos.", id=BLOCK))])
    rut, gosta = people.regional_editor("14"), people.regional_approver("14")
    addition = regional(rut, page, "14", id="utredning", after=1)
    approved(handed_in(addition, rut), gosta)
    approved(handed_in(changed(addition, rut, title="Ett"), rut, ChangeClass.EDITORIAL), gosta)
    safety_changed(page)
    addition = changed(addition, rut, title="Två")
    with pytest.raises(NotSubmitted):
        handed_in(addition, rut, ChangeClass.EDITORIAL)
    approved(handed_in(addition, rut, ChangeClass.SUBSTANTIVE), gosta)


def test_a_held_back_translation_is_confirmed_by_more_than_a_comma() -> None:
    page = published_nationally(sections=[section("utredning", text("Dos.", id=BLOCK))])
    english = published_nationally(language="en", title="Cataract")
    anna, bo = people.editor("anna"), people.editor("bo")
    approved(handed_in(changed(english, anna, title="A"), anna, ChangeClass.EDITORIAL), bo)
    safety_changed(page)
    english = changed(english, anna, title="B")
    with pytest.raises(NotSubmitted):
        handed_in(english, anna, ChangeClass.EDITORIAL)
    approved(handed_in(english, anna, ChangeClass.SAFETY), people.approver())


def test_what_is_not_in_order_is_not_handed_in() -> None:
    anna = people.editor()
    page = written(anna)
    with pytest.raises(NotSubmitted):
        handed_in(page, anna, note=" ")
    with pytest.raises(NotSubmitted):
        handed_in(page, people.approver())
    with pytest.raises(NotSubmitted):
        handed_in(changed(page, anna, approving_body=None), anna)
    with pytest.raises(NotSubmitted):
        handed_in(changed(page, anna, title=""), anna)
    assert not latest(page).workflow_in_progress


def test_what_is_handed_in_is_handed_in_once() -> None:
    anna = people.editor()
    page = written(anna)
    handed_in(page, anna)
    with pytest.raises(NotSubmitted):
        handed_in(page, anna)
