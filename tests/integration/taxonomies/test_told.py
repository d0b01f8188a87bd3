"""Who is told where something is used: never of a draft that they may not read."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from content_models.in_use import places
from content_models.in_use.places import places_for
from content_models.in_use.uses import uses_of
from tests.factories import people
from tests.factories.published import (
    article,
    codes,
    draft_article,
    draft_supplement,
    section,
    supplement,
    text,
)
from tests.integration.languages.every_block import image

from . import naming
from .conftest import code

pytestmark = pytest.mark.django_db


def told(user: Any, one: Any) -> tuple[dict[str, str], int]:
    """Title → how it uses it; and how many there are besides."""
    found = places_for(user, uses_of([one])[str(one.pk)])
    assert found.cut == 0
    return {place.title: place.note for place in found.shown}, found.hidden


def titled(page: Any, title: str) -> Any:
    page.title = title
    page.save()
    page.save_revision()
    return page


def test_a_region_is_told_of_its_own_drafts_and_of_what_is_published() -> None:
    one = image()
    shown = [section("utredning", naming.picture(one))]
    national = article(title="Publicerad", sections=shown)
    draft_article("hemlig", title="Hemligt utkast", sections=shown)
    titled(draft_supplement(national, "14", blocks=[naming.picture(one)]), "Västra Götalands")
    titled(draft_supplement(national, "12", blocks=[naming.picture(one)]), "Skånes hemliga")

    assert told(people.regional_editor("14"), one) == (
        {"Publicerad": "i det som är publicerat", "Västra Götalands": "i ett utkast"},
        2,
    )
    assert told(people.youth_editor(), one) == (
        {"Publicerad": "i det som är publicerat", "Hemligt utkast": "i ett utkast"},
        2,
    )
    for reader in (people.administrator(), people.editor()):
        assert len(told(reader, one)[0]) == 4


def test_that_a_live_pages_draft_names_it_is_a_part_of_the_draft() -> None:
    one = image()
    page = article(title="Publicerad titel")
    page.title, page.sections = "Hemlig titel", [section("utredning", naming.picture(one))]
    page.save_revision()

    assert told(people.regional_editor("14"), one) == ({}, 1)
    assert told(people.editor(), one) == ({"Hemlig titel": "i ett utkast"}, 0)


def test_a_published_page_is_named_by_its_published_title() -> None:
    one = image()
    page = article(title="Publicerad titel", sections=[section("utredning", naming.picture(one))])
    page.title = "Hemlig titel"
    page.save_revision()

    [place] = places_for(people.regional_editor("14"), uses_of([one])[str(one.pk)]).shown

    assert (place.title, place.url) == ("Publicerad titel", None)


@pytest.mark.parametrize(
    ("way", "note"),
    [
        ("published", "i det som är publicerat"),
        ("published, not in its newest draft", "i det som är publicerat"),
        ("a draft", "i ett utkast"),
        ("only in the newest draft", "i ett utkast"),
        ("taken down", "i ett utkast"),
        ("a past edition", "i en tidigare version"),
        ("a supplement", "i det som är publicerat"),
    ],
)
def test_how_a_page_uses_it(way: str, note: str) -> None:
    one = image()
    naming.IMAGE_WAYS[way](one)
    [said] = told(people.administrator(), one)[0].values()
    assert said == note


def test_a_draft_that_was_never_published_is_not_called_published() -> None:
    codes("H25\tÅldersstarr")
    draft_article(diagnosis_codes=("H25",), title="Utkast")
    assert told(people.administrator(), code("H25")) == ({"Utkast": "i ett utkast"}, 0)


def test_whoever_uploaded_an_image_is_told_only_that_others_use_it() -> None:
    rut = people.regional_editor("14")
    one = image()
    one.uploaded_by_user = rut
    one.save()
    draft_article(title="Hemligt utkast", sections=[section("utredning", naming.picture(one))])
    client = people.client_of(rut)

    for answer in (
        client.post(reverse("wagtailimages:delete", args=[one.pk])),
        client.post(
            reverse("wagtail_bulk_action", args=["wagtailimages", "image", "delete"])
            + f"?id={one.pk}"
        ),
    ):
        html = answer.content.decode()
        assert "och 1 sida till som du inte kan se" in html
        assert "Hemligt utkast" not in html


def test_who_may_not_delete_learns_nothing_of_where(tree: None) -> None:
    article(diagnosis_codes=("H25",), title="Publicerad")
    client = people.client_of(people.editor())

    answer = client.post(reverse("diagnosis_codes:delete", args=[code("H25").pk]))

    assert answer.status_code == 302
    assert "Publicerad" not in answer.content.decode()
    assert code("H25")


def test_a_code_has_its_articles_for_everyone_in_the_admin(tree: None) -> None:
    article(diagnosis_codes=("H25",), title="Publicerad")
    draft_article("hemlig", diagnosis_codes=("H25",), title="Hemligt utkast")
    address = reverse("diagnosis_codes:inspect", args=[code("H25").pk])

    regional = people.client_of(people.regional_editor()).get(address).content.decode()
    national = people.client_of(people.editor()).get(address).content.decode()

    assert "Publicerad" in regional
    assert "Hemligt utkast" not in regional
    assert "och 1 sida till som du inte kan se" in regional
    assert "Hemligt utkast" in national


def test_more_than_can_be_read_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MOST_SHOWN", 2)
    one = image()
    for number in range(3):
        draft_article(
            f"artikel-{number}", sections=[section("utredning", naming.picture(one), text())]
        )
    found = places_for(people.administrator(), uses_of([one])[str(one.pk)])
    assert (len(found.shown), found.cut, found.hidden, found.count) == (2, 1, 0, 3)


def test_a_title_is_no_markup(administrator: Client) -> None:
    one = image()
    supplement(article(title="<script>alert(1)</script>"), blocks=[naming.picture(one)])
    html = administrator.get(reverse("wagtailimages:delete", args=[one.pk])).content.decode()
    assert "<script>alert(1)</script>" not in html


def test_deleting_asks_for_the_permission_of_the_collection() -> None:
    """Somebody who may change one collection is not asked about another's images."""
    one = image()
    rut = people.regional_editor("14")
    change = Permission.objects.get(codename="change_image")
    other = Collection.get_first_root_node().add_child(name="En annan")
    GroupCollectionPermission.objects.create(
        group=rut.groups.get(), collection=other, permission=change
    )
    draft_article(sections=[section("utredning", naming.picture(one))], title="Hemligt utkast")

    answer = people.client_of(rut).post(reverse("wagtailimages:delete", args=[one.pk]), follow=True)

    assert "kept" not in (answer.context or {})
    assert type(one).objects.filter(pk=one.pk).exists()
