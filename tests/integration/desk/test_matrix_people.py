"""Who sees which regions in the matrix, and where it leads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from tests.factories import people
from tests.factories.published import article, supplement

from .matrix_page import MATRIX, cells, columns, legend, soup_of, sums
from .reading import as_csv, asked

pytestmark = pytest.mark.django_db
NATIONAL: list[Callable[[], Any]] = [
    people.editor,
    people.expert,
    people.approver,
    lambda: people.area_approver("Ögonsjukdomar"),
    people.youth_editor,
    people.draft_reader,
    people.administrator,
]
REGIONAL: list[Callable[[str], Any]] = [people.regional_editor, people.regional_approver]


@pytest.fixture
def page() -> Any:
    found = article()
    supplement(found, "14")
    supplement(found, "12")
    supplement(found, "12", id="annat")
    return found


@pytest.mark.parametrize("make", NATIONAL)
def test_those_who_read_for_the_country_see_every_region(page: Any, make: Any) -> None:
    user = make()
    assert len(columns(user)) == 21
    assert cells(user)["Katarakt"] == {"Skåne": "2 gäller", "Västra Götaland": "1 gäller"}


@pytest.mark.parametrize("make", REGIONAL)
def test_a_region_sees_its_own_column_alone(page: Any, make: Any) -> None:
    user = make("14")
    assert columns(user) == ["Västra Götaland"]
    assert cells(user)["Katarakt"] == {"Västra Götaland": "1 gäller"}
    assert sums(user) == [[1, 1], [0, 0]]
    assert legend(user) == {"gäller": 1}
    text = asked(user, MATRIX).content.decode()
    assert "Skåne" not in text


def test_a_region_cannot_ask_for_another(page: Any) -> None:
    rut = people.regional_editor("14")
    for regions in ("12", ["12", "14"]):
        text = asked(rut, MATRIX, region=regions).content.decode()
        assert "Listan kan inte filtreras så här" in text
        assert "Skåne" not in text
        assert cells(rut, region=regions) == {}
        assert as_csv(rut, MATRIX, region=regions) == []
    assert cells(rut, region="14")["Katarakt"] == {"Västra Götaland": "1 gäller"}
    row = ["Katarakt", "katarakt", "Kunskapsstöd", "", "1, gäller"]
    assert as_csv(rut, MATRIX) == [row]


def test_another_region_s_supplements_are_not_counted_beside(page: Any) -> None:
    page.withdrawal_note = "Gammal."
    page.unpublish()
    article("glaukom", title="Glaukom")
    gosta, anna = people.regional_approver("14"), people.editor()
    assert "Ytterligare 1 tillägg" in str(soup_of(gosta))
    assert "Ytterligare 3 tillägg" in str(soup_of(anna))


def test_people_of_two_regions_see_both(page: Any) -> None:
    people.regional_editor("14", "rut")
    rut = people.regional_editor("12", "rut")
    assert columns(rut) == ["Skåne", "Västra Götaland"]


@pytest.mark.parametrize("name", ["desk:matrix", "desk:matrix_results"])
def test_who_has_no_mandate_does_not_see_it(page: Any, name: str) -> None:
    from django.contrib.auth.models import Permission

    nobody = people.person("ingen")
    nobody.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for query in ({}, {"export": "csv"}):
        response = asked(nobody, name, **query)
        assert response.status_code in {302, 403}
        assert b"Katarakt" not in response.content
    assert people.client_of(nobody).get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.parametrize("make", [people.editor, people.regional_editor, people.expert])
def test_the_menu_leads_there(make: Any) -> None:
    text = people.client_of(make()).get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("desk:matrix") in text
    assert "Till\\u00e4ggs\\u00f6versikt" in text


def test_a_cell_leads_those_to_its_supplements_who_may_read_them(page: Any) -> None:
    rut, lasse, elis = people.regional_editor("12"), people.draft_reader(), people.expert()
    for user, linked in ((rut, 1), (lasse, 2), (elis, 0)):
        links = soup_of(user).select(".matrix td a")
        assert len(links) == linked
    [link] = soup_of(rut).select(".matrix td a")
    assert link["href"] == reverse("supplementing:outline", args=["12", "sv", "katarakt"])
    assert people.client_of(rut).get(link["href"]).status_code == 200


def test_a_title_leads_where_the_user_may_go(page: Any) -> None:
    edit, read = f"/admin/pages/{page.pk}/edit/", f"/admin/approvals/pages/{page.pk}/draft/"
    found = {
        name: [link["href"] for link in soup_of(user).select(".matrix tbody th a")]
        for name, user in {
            "anna": people.editor(),
            "elis": people.expert(),
            "rut": people.regional_editor(),
        }.items()
    }
    assert found == {"anna": [edit], "elis": [read], "rut": []}
