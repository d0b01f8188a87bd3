"""What follows people from one region to another, and what one region's files and letters tell."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, CommentReply, PageSubscription
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from content_models.vocabulary import Kind
from tests.factories import people
from tests.factories.editor_form import edit_address, whole_form
from tests.factories.published import article, draft_supplement, text
from tests.factories.reviewing import approved, handed_in, latest, regional, sent_back
from tests.integration.languages.every_block import block, image

pytestmark = pytest.mark.django_db
SECRET = "Skånes hemliga"


def moved_to_14(user: Any) -> Any:
    """The same person, who works for another region from now on."""
    user.groups.set(people.regional_editor("14", "ritva").groups.all())
    return people.again(user)


def secret_page(**fields: Any) -> Any:
    """A draft of region 12's."""
    page = draft_supplement(article(), "12", id="hemligt", **fields)
    page.title = SECRET
    page.save()
    page.save_revision()
    return latest(page)


def said_on(page: Any, by: Any, *, answers: tuple[Any, ...] = ()) -> None:
    """A comment on the title, or an answer to those that there are, posted from the editor."""
    client = people.client_of(by)
    new = [] if answers else [{"id": "", "text": "Hemlig kommentar", "replies": inline_formset([])}]
    reply = inline_formset([{"id": "", "text": "Hemligt svar"}])
    old = [{"id": one.pk, "text": one.text, "replies": reply} for one in answers]
    place = {"contentpath": "title", "position": ""}
    posted = inline_formset([one | place for one in (*old, *new)], initial=len(old))
    form = whole_form(client, page)
    form.update(nested_form_data({"comments": posted}))
    answer = client.post(edit_address(page), form)
    assert answer.status_code == 302, answer.context["form"].formsets["comments"].errors
    assert Comment.objects.filter(page=page, text="Hemlig kommentar").count() == len(new)
    assert CommentReply.objects.filter(comment__page=page).count() == len(old)


def receivers(mailoutbox: Any) -> set[str]:
    return {address.split("@")[0] for letter in mailoutbox for address in letter.to}


def test_comments_are_sent_to_those_who_may_read_them(mailoutbox: Any) -> None:
    page = secret_page()
    erik, gun = people.regional_editor("12", "erik"), people.regional_editor("12", "gun")
    for user in (erik, gun, people.editor("nils")):
        PageSubscription.objects.create(page=page, user=user, comment_notifications=True)
    moved_to_14(erik)
    said_on(page, people.regional_editor("12", "vera"))
    assert receivers(mailoutbox) == {"gun", "nils"}


def test_a_thread_is_left_with_the_region(mailoutbox: Any) -> None:
    page = secret_page()
    erik, gun = people.regional_editor("12", "erik"), people.regional_editor("12", "gun")
    said = [
        Comment.objects.create(page=page, user=user, text="Hur då?", contentpath="title")
        for user in (erik, gun)
    ]
    moved_to_14(erik)
    said_on(page, people.regional_editor("12", "vera"), answers=tuple(said))
    assert receivers(mailoutbox) == {"gun"}


@pytest.mark.parametrize("verb", ["approve", "send back"])
def test_a_decision_is_told_to_those_who_may_read_it(
    mailoutbox: Any, django_capture_on_commit_callbacks: Any, verb: str
) -> None:
    erik, national = people.regional_editor("12", "erik"), article()
    gun = people.regional_editor("12", "gun")
    theirs = handed_in(regional(erik, national, "12", id="ett"), erik)
    stays = handed_in(regional(gun, national, "12", id="annat"), gun)
    moved_to_14(erik)
    decider = people.regional_approver("12", "gosta")
    with django_capture_on_commit_callbacks(execute=True):
        for submission in (theirs, stays):
            if verb == "approve":
                approved(submission, decider)
            else:
                sent_back(submission, decider, remark="Hemlig anmärkning.")
    assert receivers(mailoutbox) == {"gun"}


def test_what_was_handed_in_is_left_with_the_region() -> None:
    erik = people.regional_editor("12", "erik")
    page = secret_page()
    page.save_revision(user=erik)
    submission = handed_in(page, erik)
    mine = reverse("approvals:mine")
    review = reverse("approvals:review", args=[submission.pk])
    client = people.client_of(erik)
    assert SECRET in client.get(mine).content.decode()
    assert client.get(review).status_code == 200
    client = people.client_of(moved_to_14(erik))
    assert SECRET not in client.get(mine).content.decode()
    assert client.get(review).status_code == 404


def test_a_lock_is_left_with_the_region() -> None:
    page = secret_page()
    gosta = people.regional_approver("12", "gosta")
    type(page).objects.filter(pk=page.pk).update(
        locked=True, locked_by=gosta, locked_at=timezone.now()
    )
    address = reverse("wagtailadmin_reports:locked_pages")
    assert SECRET in people.client_of(gosta).get(address).content.decode()
    gosta.groups.set(people.regional_approver("14", "gabriel").groups.all())
    answer = people.client_of(people.again(gosta)).get(address)
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()


def test_the_use_of_ones_image_names_no_other_regions_draft() -> None:
    rut, one = people.regional_editor("14"), image()
    one.uploaded_by_user = rut
    one.save()
    picture = block("image", image=one.pk, alt="Ett öga", decorative=False, caption="")
    secret_page(blocks=[picture])
    for name in ("wagtailimages:image_usage", "wagtailimages:delete", "wagtailimages:edit"):
        told = people.client_of(rut).get(reverse(name, args=[one.pk]))
        assert told.status_code == 200, name
        assert SECRET not in told.content.decode(), name


def test_the_use_of_a_page_names_no_regions_draft() -> None:
    page = article("barn", kind=Kind.YOUTH_PAGE)
    link = f'<p>Se <a linktype="page" id="{page.pk}">sidan</a>.</p>'
    secret_page(blocks=[text(link)])
    address = reverse("wagtailadmin_pages:usage", args=[page.pk])
    for user, is_told in ((people.youth_editor(), False), (people.administrator(), True)):
        told = people.client_of(user).get(address)
        assert told.status_code == 200
        assert (SECRET in told.content.decode()) is is_told, user
