"""Whoever wrote or changed anything since the last edition does not approve it, by any door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction

from content_models.languages import locale_of
from content_models.vocabulary import ChangeClass
from editorial_workflows.authors import authors_of
from editorial_workflows.refusals import NotYours, Refused
from editorial_workflows.submissions import Submission
from tests.factories import people
from tests.factories.published import article, section
from tests.factories.reviewing import (
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

from . import contributing as ways
from .doors import DOORS, nobody_let_in, review_address, review_form, submission_of

pytestmark = pytest.mark.django_db

EDITS_AND_APPROVES = ("Nationella redaktörer", "Nationella godkännare")


def bodil() -> Any:
    """She may write, and she may approve: never the same thing."""
    return people.person("bodil", *EDITS_AND_APPROVES)


def anna() -> Any:
    return people.editor("anna")


def at_the_approver(page: Any, by: Any) -> Any:
    """Handed in and reviewed by an expert."""
    approved(handed_in(page, by), people.expert())
    return latest(page)


# --- Every door, to the one who wrote it.


@pytest.mark.parametrize("door", DOORS)
def test_its_author_is_let_in_by_no_door(door: str) -> None:
    page = at_the_approver(written(bodil()), bodil())
    with nobody_let_in(page):
        DOORS[door](page, bodil())
    if door not in {"bulk publishing", "Wagtail's editor"}:
        DOORS[door](page, people.approver())
        assert latest(page).live, "another person is, by the same door"


@pytest.mark.parametrize("door", DOORS)
def test_a_supplements_author_is_let_in_by_no_door(door: str) -> None:
    rut = people.person(
        "rut", "Västra Götalandsregionen: redaktörer", "Västra Götalandsregionen: godkännare"
    )
    page = regional(rut, article(), "14", id="utredning")
    handed_in(page, rut)
    page = latest(page)
    with nobody_let_in(page):
        DOORS[door](page, rut)


def test_an_author_may_not_send_back_either_but_take_back() -> None:
    page = at_the_approver(written(bodil()), bodil())
    with nobody_let_in(page), pytest.raises(NotYours):
        sent_back(submission_of(page), bodil())
    people.client_of(bodil()).post(review_address(page), review_form(page, "take_back"))
    assert not latest(page).workflow_in_progress


# --- A form that was opened earlier.


def test_a_form_opened_before_the_content_changed() -> None:
    """A picture is replaced while the approver reads: she is told, and sees the new one."""
    image = ways.an_image()
    page = written(anna(), sections=[section("utredning", ways.image_block(image))])
    page = at_the_approver(page, anna())
    form = review_form(page, remark="Läst.")
    ways.replace_image(image, anna())
    with nobody_let_in(page):
        answer = people.client_of(people.approver()).post(review_address(page), form)
    assert "ändrats" in str([str(message) for message in answer.context["messages"]])
    assert "Läst." in answer.content.decode(), "what she wrote is still there"


def test_a_form_of_a_round_that_was_taken_back() -> None:
    page = at_the_approver(written(anna()), anna())
    address, old = review_address(page), page.current_workflow_task_state
    form = review_form(page)
    people.client_of(anna()).post(address, review_form(page, "take_back"))
    page = at_the_approver(latest(page), anna())
    greta = people.client_of(people.approver())
    by_state = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", old.pk])
    with nobody_let_in(page):
        greta.post(address, form)
        greta.post(by_state, {"comment": ""})
    assert old.pk != page.current_workflow_task_state.pk


def test_a_form_of_a_step_that_is_over_does_not_take_the_next() -> None:
    """Both experts have the review open; the second of them is an approver as well."""
    page = written(anna())
    submission = handed_in(page, anna())
    both = people.person("bo", "Nationella sakkunniga", "Nationella godkännare")
    client = people.client_of(both)
    seen = client.get(review_address(page)).context["form"].initial
    approved(submission, people.expert())
    page = latest(page)
    with nobody_let_in(page):
        client.post(review_address(page), {**seen, "step": seen.get("step", ""), "approve": "1"})


# --- The ways in which someone's words and pictures come into a draft.


def by_writing() -> Any:
    return written(bodil())


def by_changing_between_others() -> Any:
    page = changed(written(anna()), bodil(), summary="Av Bodil")
    return changed(page, anna(), summary="Av Anna")


def by_autosaving_over_the_own_revision() -> Any:
    page = changed(written(anna()), bodil(), summary="Av")
    draft = page.get_latest_revision_as_object()
    draft.summary = "Av Bodil"
    draft.save_revision(user=bodil(), overwrite_revision=page.get_latest_revision())
    return changed(page, anna(), title="Av Anna")


def by_reverting() -> Any:
    page = written(anna())
    first = page.get_latest_revision()
    page = changed(page, anna(), title="Ny")
    RevertToPageRevisionAction(page, first, user=bodil()).execute()
    return latest(page)


def by_copying_for_translation() -> Any:
    page = written(bodil())
    return latest(page.copy_for_translation(locale_of("en"), copy_parents=True))


def by_a_string_that_another_corrects() -> Any:
    translation = ways.synced(written(anna()), people.administrator())
    ways.put_string(translation, bodil(), "title", "Cataract")
    ways.put_string(translation, anna(), "title", "Cataracts")
    translation.save_target(user=people.administrator())
    return ways.target(translation)


def by_an_override() -> Any:
    translation = ways.synced(written(anna()), people.administrator())
    ways.put_override(translation, bodil(), "slug", "cataract")
    translation.save_target(user=people.administrator())
    return ways.target(translation)


def by_new_words_in_the_source() -> Any:
    page = written(anna())
    translation = ways.synced(page, people.administrator())
    page = changed(page, bodil(), title="Av Bodil")
    page.title = "Av Bodil"
    page.save()
    translation.source.update_from_db()
    translation.save_target(user=people.administrator())
    return ways.target(translation)


def by_a_copy() -> Any:
    copy = written(bodil()).copy(update_attrs={"slug": "kopia"}, user=anna())
    return latest(copy)


def by_a_copy_without_revisions() -> Any:
    page = written(bodil())
    return latest(page.copy(update_attrs={"slug": "kopia"}, copy_revisions=False, user=anna()))


def by_a_copy_of_a_translation() -> Any:
    copy = by_a_string_that_another_corrects().copy(update_attrs={"slug": "kopia"}, user=anna())
    return latest(copy)


def by_making_a_copy() -> Any:
    return latest(written(anna()).copy(update_attrs={"slug": "kopia"}, user=bodil()))


def by_replacing_a_picture() -> Any:
    image = ways.an_image()
    page = written(anna(), sections=[section("utredning", ways.image_block(image))])
    ways.replace_image(image, bodil())
    return page


def by_replacing_a_picture_before_an_autosave() -> Any:
    """Autosave moves the time of the page's first version, not of its beginning."""
    image = ways.an_image()
    page = written(anna(), sections=[section("utredning", ways.image_block(image))])
    page.revisions.exclude(pk=page.latest_revision_id).delete()
    ways.replace_image(image, bodil())
    draft = page.get_latest_revision_as_object()
    draft.summary = "Av Anna"
    draft.save_revision(user=anna(), overwrite_revision=page.get_latest_revision())
    return latest(page)


def by_words_that_another_brings_back() -> Any:
    page = changed(written(anna()), bodil(), summary="Av Bodil")
    first = page.get_latest_revision()
    page = changed(page, anna(), summary="Av Anna")
    RevertToPageRevisionAction(page, first, user=anna()).execute()
    return latest(page)


WAYS: list[Callable[[], Any]] = [
    *(by_writing, by_changing_between_others, by_autosaving_over_the_own_revision, by_reverting),
    *(by_copying_for_translation, by_a_string_that_another_corrects, by_an_override),
    *(by_new_words_in_the_source, by_a_copy, by_a_copy_without_revisions),
    *(by_a_copy_of_a_translation, by_making_a_copy, by_replacing_a_picture),
    *(by_replacing_a_picture_before_an_autosave, by_words_that_another_brings_back),
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_who_has_contributed_does_not_approve(way: Callable[[], Any]) -> None:
    page = way()
    if str(page.as_part()).endswith("kopia/sv"):
        page = changed(page, anna(), title="Kopia")
    ways.whole(page)
    page = at_the_approver(page, anna())
    assert bodil().pk in authors_of(page)
    with nobody_let_in(page), pytest.raises(NotYours):
        approved(submission_of(page), bodil())
    with nobody_let_in(page):
        DOORS["review screen"](page, bodil())
    approved(submission_of(page), people.approver())
    assert latest(page).live


# --- And no longer than that.


def test_who_wrote_before_the_last_edition_approves_the_next() -> None:
    first = handed_in(changed(written(anna()), bodil(), summary="Av Bodil"), anna())
    approved(first, people.expert())
    approved(first, people.approver())
    page = changed(latest(current(first).revision.content_object), anna(), title="Av Anna")
    second = handed_in(page, anna(), ChangeClass.SAFETY)
    approved(second, bodil())
    assert latest(page).title == "Av Anna"


def test_what_is_unpublished_in_between_starts_no_new_count() -> None:
    page = published_nationally()
    page = changed(page, bodil(), summary="Av Bodil")
    page.unpublish()
    page = at_the_approver(changed(page, anna(), title="Av Anna"), anna())
    with nobody_let_in(page), pytest.raises(NotYours):
        approved(submission_of(page), bodil())


def test_who_hands_in_what_another_wrote_does_not_approve_it_either() -> None:
    page = written(anna())
    submission = handed_in(page, bodil())
    approved(submission, people.expert())
    with nobody_let_in(page), pytest.raises(NotYours):
        approved(submission, bodil())
    assert not latest(page).live


def test_who_took_a_step_before_it_was_sent_back_takes_it_again() -> None:
    page = written(anna())
    first = handed_in(page, anna())
    approved(first, people.expert())
    sent_back(first, people.approver())
    second = handed_in(changed(page, anna(), title="Bättre"), anna())
    approved(second, people.expert())
    with pytest.raises(Refused):
        approved(second, people.expert())
    assert Submission.objects.count() == 2
