"""A region steps back from nothing that its supplements rest on, and is told from what."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from content_models.models import ApprovingBody
from content_models.vocabulary import Kind
from region_overlays.models import Region
from tests.factories import people
from tests.factories.published import article, draft_supplement, supplement
from tests.factories.reviewing import handed_in, regional

from .register import CODE, save

pytestmark = pytest.mark.django_db
WITHOUT_STAFF = ["citizen-article", "youth-page"]


@pytest.fixture
def administrator() -> Client:
    return people.client_of(people.administrator())


@pytest.fixture
def body() -> Any:
    """One that approves for region 14."""
    made = ApprovingBody.objects.create(name="Medicinska rådet")
    Region.objects.get(pk=CODE).approving_bodies.add(made)
    return made


def refused(answer: Any, field: str) -> str:
    """What is said next to the field; nothing else is wrong."""
    assert answer.status_code == 200
    form = answer.context["form"]
    assert list(form.errors) == [field]
    return " ".join(form.errors[field])


def live(**fields: Any) -> Any:
    return supplement(article(), id="ring", **fields)


def under_review() -> Any:
    rut = people.regional_editor()
    page = regional(rut, article(), id="ring")
    handed_in(page, rut)
    return page


def scheduled() -> Any:
    page = draft_supplement(article(), id="ring")
    Revision.objects.filter(pk=page.latest_revision_id).update(
        approved_go_live_at=timezone.now() + timedelta(days=1)
    )
    return page


@pytest.mark.parametrize("make", [live, under_review, scheduled])
def test_a_kind_with_supplements_is_not_declined(administrator: Client, make: Any) -> None:
    page = make()

    said = refused(save(administrator, kinds=WITHOUT_STAFF), "kinds")

    assert "1 av regionens tillägg" in said
    assert page.title in said
    assert "Regionala tillägg" in said
    assert "knowledge-support" in Region.objects.get(pk=CODE).kinds


@pytest.mark.parametrize("make", [live, under_review, scheduled])
def test_a_language_with_supplements_is_not_given_up(administrator: Client, make: Any) -> None:
    page = make()
    said = refused(save(administrator, languages=["fi"]), "languages")
    assert "Svenska" in said
    assert page.title in said
    assert "sv" in Region.objects.get(pk=CODE).languages


def test_drafts_withdrawn_and_other_regions_supplements_hold_nothing(
    administrator: Client,
) -> None:
    national = article()
    supplement(national, id="gammalt").unpublish()
    supplement(national, "12", id="ring")
    draft_supplement(national, id="utkast")
    supplement(article("oga", kind=Kind.CITIZEN_ARTICLE), id="annat-slag")

    assert save(administrator, kinds=WITHOUT_STAFF).status_code == 302
    assert Region.objects.get(pk=CODE).kinds == WITHOUT_STAFF


def test_several_are_counted_and_some_of_them_named(administrator: Client) -> None:
    for number in range(5):
        supplement(article(f"a{number}", title=f"Artikel {number}"), id="ring")
    said = refused(save(administrator, kinds=WITHOUT_STAFF), "kinds")
    assert "5 av regionens tillägg" in said
    assert said.count("Artikel") == 3
    assert "…" in said


def test_what_is_declined_already_holds_nobody(administrator: Client) -> None:
    """As after an upgrade, or what a script has written: the form can be saved for the rest."""
    live()
    Region.objects.filter(pk=CODE).update(kinds=WITHOUT_STAFF)
    assert save(administrator, short_name="VG").status_code == 302


@pytest.mark.parametrize("is_live", [True, False], ids=["shown", "a draft"])
def test_a_body_that_supplements_name_stays(
    administrator: Client, body: Any, is_live: bool
) -> None:
    terms: dict[str, Any] = {"approving_body": body, "id": "ring"}
    page = (
        supplement(article(), approval={"by": body.name}, **terms)
        if is_live
        else draft_supplement(article(), **terms)
    )
    said = refused(save(administrator, approving_bodies=[]), "approving_bodies")
    assert "Medicinska rådet" in said
    assert page.title in said
    assert list(Region.objects.get(pk=CODE).approving_bodies.all()) == [body]


def test_a_body_that_approved_what_is_shown_stays_though_no_page_names_it(
    administrator: Client, body: Any
) -> None:
    live(approval={"by": body.name})
    assert "Medicinska rådet" in refused(
        save(administrator, approving_bodies=[]), "approving_bodies"
    )


def test_a_body_that_only_the_past_or_others_name_goes(administrator: Client, body: Any) -> None:
    national = article(approving_body=body)
    gone = supplement(national, id="ring", approval={"by": body.name})
    gone.unpublish()
    supplement(national, "12", id="ring", approval={"by": body.name}, approving_body=body)
    assert save(administrator, approving_bodies=[]).status_code == 302
    assert not Region.objects.get(pk=CODE).approving_bodies.exists()


def test_the_upgrade_keeps_the_bodies_that_supplements_name() -> None:
    names = ("Rådet", "Enheten", "Västra Götalandsregionen")
    row, draft, own = (ApprovingBody.objects.create(name=name) for name in names)
    national = article()
    page = draft_supplement(national, id="ring", approving_body=row)
    latest = page.get_latest_revision_as_object()
    latest.approving_body = draft
    latest.save_revision(clean=False)
    draft_supplement(national, id="eget", approving_body=own)
    Region.approving_bodies.through.objects.all().delete()

    import_module("region_overlays.migrations.0003_regions_as_data").keep_bodies(apps, None)

    assert {body.name for body in Region.objects.get(pk=CODE).approving_bodies.all()} == {
        "Rådet",
        "Enheten",
    }
    assert not Region.objects.get(pk="12").approving_bodies.exists()
