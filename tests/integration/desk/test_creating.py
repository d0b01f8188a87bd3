"""Two clicks to an empty form: from the home page, and from the menu of every other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from cms.desk.creating import creatable_by
from content_models.models import KnowledgeSupportPage
from content_models.pages.start_page import StartPage
from content_models.vocabulary import Kind
from tests.factories import people
from tests.factories.published import draft_article

from .reading import asked

pytestmark = pytest.mark.django_db
ALL = ["Kunskapsstöd", "Invånarartikel", "Sida för barn och unga", "Nyhet", "Startsida"]


def names(user: Any) -> list[str]:
    return [one.name for one in creatable_by(people.again(user))]


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (people.editor, ALL),
        (people.youth_editor, ["Sida för barn och unga"]),
        (people.regional_editor, ["Tillägg"]),
        (people.regional_approver, []),
        (people.expert, []),
        (people.approver, []),
        (people.draft_reader, []),
        (lambda: people.person("ingen"), []),
    ],
)
def test_each_role_makes_what_it_may(make: Callable[[], Any], expected: list[str]) -> None:
    user = make()
    assert names(user) == expected
    entered = asked(user, "desk:new")
    assert entered.status_code == (200 if expected else 302)
    in_menu = f'"{reverse("desk:new")}"' in asked(user, "wagtailadmin_home").content.decode()
    assert in_menu == bool(expected)
    for one in creatable_by(people.again(user)):
        assert one.url in entered.content.decode()
        assert people.client_of(user).get(one.url).status_code == 200


def test_a_region_s_editor_is_told_where_the_supplement_is_made() -> None:
    (found,) = creatable_by(people.regional_editor("14"))
    assert found.where == "Västra Götalandsregionen"


def test_a_knowledge_support_begins_with_its_sections() -> None:
    anna = people.editor()
    (first, *_rest) = creatable_by(anna)
    text = people.client_of(anna).get(first.url).content.decode()
    assert KnowledgeSupportPage._meta.model_name in first.url
    assert "Patientmedverkan" in text


def test_a_start_page_is_offered_while_an_audience_has_none() -> None:
    draft_article("vard", kind=Kind.START_PAGE, title="Vård", audience="staff")
    assert "Startsida" in names(people.editor())
    draft_article("alla", kind=Kind.START_PAGE, title="Alla", audience="citizen")
    assert StartPage.objects.count() == 2
    assert "Startsida" not in names(people.editor("bo"))
