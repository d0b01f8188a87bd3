"""Ways past an approval that a reader of the code found; each was open once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from content_models.models import CurrentEdition, Edition, ProgrammeArea
from content_models.setup import folder_for
from content_models.vocabulary import ChangeClass, Kind
from editorial_workflows import roles
from editorial_workflows.mandates import Mandate, Role
from editorial_workflows.refusals import NotSubmitted, NotYours, Refused
from tests.factories import people
from tests.factories.reviewing import (
    AREA,
    approved,
    changed,
    current,
    handed_in,
    latest,
    published_nationally,
    written,
)
from tests.integration.ledger.state import nothing_published

pytestmark = pytest.mark.django_db
EDITORIAL = ChangeClass.EDITORIAL


def test_a_new_key_is_no_editorial_change() -> None:
    anna = people.editor()
    page = changed(published_nationally(), anna, key="starr")
    with pytest.raises(NotSubmitted):
        handed_in(page, anna, EDITORIAL)


def test_what_was_taken_down_under_review_does_not_come_back_by_it() -> None:
    anna, bo = people.editor("anna"), people.editor("bo")
    page = changed(published_nationally(), anna, title="Ny")
    submission = handed_in(page, anna, EDITORIAL)
    state = current(submission)
    assert latest(page).permissions_for_user(people.approver()).can_unpublish()
    latest(page).unpublish(user=people.approver())
    assert not latest(page).workflow_in_progress
    with nothing_published(), pytest.raises(Refused):
        approved(submission, bo)
    assert state.pk == current(submission).pk


def test_words_that_a_revert_brings_back_are_their_writers() -> None:
    page = published_nationally()
    anna, bo, cilla = (people.editor(name) for name in ("anna", "bo", "cilla"))
    page = changed(page, anna, title="Annas ord")
    annas = page.get_latest_revision()
    approved(handed_in(changed(page, bo, title="Bos ord"), bo, EDITORIAL), cilla)
    annas.as_object().save_revision(user=cilla, previous_revision=annas)
    submission = handed_in(page, cilla, EDITORIAL)
    for own in (anna, cilla):
        with nothing_published(), pytest.raises(NotYours):
            approved(submission, own)
    approved(submission, bo)


def test_who_hands_in_does_not_decide_though_the_author_is_unknown() -> None:
    page = changed(published_nationally(), None, title="Ur en fil")
    anna, bo = people.editor("anna"), people.editor("bo")
    submission = handed_in(page, anna, EDITORIAL)
    with nothing_published(), pytest.raises(NotYours):
        approved(submission, anna)
    approved(submission, bo)


def test_a_group_is_not_given_a_mandate_for_its_name() -> None:
    area = ProgrammeArea.objects.create(name="Ogon")
    member = people.person("osten", roles.area_approvers(area))
    area.name = "Öga"
    area.save()
    ProgrammeArea.objects.create(name="Ogon")
    held = Mandate.objects.filter(group__user=member).values_list("programme_area__name", flat=True)
    assert list(held) == ["Öga"]
    stranger = Group.objects.create(name="Godkännare: Tändvård")
    ProgrammeArea.objects.create(name="Tändvård")
    assert not stranger.mandates.exists()


def test_a_long_area_has_a_group() -> None:
    for letter in "ab":
        area = ProgrammeArea.objects.create(name="å" * 200 + letter)
        [mandate] = Mandate.objects.filter(programme_area=area)
        assert (len(mandate.group.name), mandate.role) == (150, Role.NATIONAL_APPROVER)


def test_nobody_locks_the_next_reviewer_out() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    page = written(anna)
    page.locked, page.locked_by, page.locked_at = True, anna, timezone.now()
    page.save(update_fields=["locked", "locked_by", "locked_at"])
    submission = handed_in(page, anna)
    assert not latest(page).locked
    people.client_of(elis).post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
    assert not latest(page).locked
    approved(submission, elis)
    approved(submission, greta)


def test_what_is_approved_anew_unchanged_is_a_new_edition() -> None:
    page = published_nationally()
    anna = people.editor()
    submission = handed_in(page, anna, note="Genomgången, gäller fortfarande.")
    approved(submission, people.expert())
    approved(submission, people.approver())
    first, second = Edition.objects.order_by("sequence")
    assert (first.sha256, first.revision_id) == (second.sha256, second.revision_id)
    assert second.note == "Genomgången, gäller fortfarande."
    live = latest(page)
    live.save()
    assert Edition.objects.count() == 2


def test_what_a_draft_names_is_kept() -> None:
    anna = people.editor()
    page = written(anna)
    other = ProgrammeArea.objects.create(name="Annat")
    page = changed(page, anna, programme_area=other)
    with pytest.raises(PermissionDenied, match="Annat"), transaction.atomic():
        other.delete()
    assert page.get_latest_revision_as_object().programme_area == other


def test_an_address_that_was_taken_meanwhile_is_told_in_words() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    submissions = []
    for key in ("ett", "tva"):
        page = changed(written(anna, key), anna, slug="samma")
        submissions.append(handed_in(page, anna))
        approved(submissions[-1], elis)
    approved(submissions[0], greta)
    with nothing_published(), pytest.raises(Refused, match="samma"):
        approved(submissions[1], greta)


def test_staff_text_does_not_get_the_review_of_another_folder() -> None:
    anna = people.editor()
    page = written(anna)
    page.move(folder_for(Kind.YOUTH_PAGE, "sv"), pos="last-child")
    with pytest.raises(NotSubmitted):
        handed_in(page, anna)


def test_what_is_scheduled_is_not_deleted() -> None:
    anna = people.editor()
    later = timezone.now() + timedelta(days=1)
    page = changed(written(anna), anna, go_live_at=later)
    assert latest(page).permissions_for_user(anna).can_delete()
    submission = handed_in(page, anna)
    approved(submission, people.expert())
    approved(submission, people.approver())
    assert not latest(page).permissions_for_user(people.again(anna)).can_delete()


def screen(submission: Any, user: Any) -> Any:
    return people.client_of(user).get(reverse("approvals:review", args=[submission.pk]))


def test_the_review_tells_what_readers_will_be_told() -> None:
    page = published_nationally()
    CurrentEdition.objects.get(part="katarakt/sv")
    anna, bo = people.editor("anna"), people.editor("bo")
    expiry = timezone.now() + timedelta(days=9)
    page = changed(page, anna, key="starr", slug="ny-adress", expire_at=expiry)
    submission = handed_in(page, anna)
    answer = screen(submission, people.expert())
    assert answer.context["leaves"] == ["katarakt/sv"]
    for words in ("katarakt → ny-adress", "Tas ner av sig själv", timezone.localdate().isoformat()):
        assert words in answer.content.decode()
    assert AREA in answer.content.decode()
    assert bo.pk != anna.pk
