"""A region's articles: what it has, what it lacks, what it must look at, and nobody else's."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from content_models.vocabulary import Kind
from region_overlays.models import Region
from tests.factories import people
from tests.factories.published import (
    article,
    draft_article,
    draft_supplement,
    revise,
    section,
    supplement,
    text,
)

from .reading import body_of

pytestmark = pytest.mark.django_db
LIST = "desk:region_articles"


def listed(user: Any, region: str = "14", **query: Any) -> Any:
    client = people.client_of(people.again(user))
    return client.get(reverse(LIST, args=[region]), query)


def titles(user: Any, region: str = "14", **query: Any) -> list[str]:
    return [row.title for row in listed(user, region, **query).context["table"].data]


@pytest.fixture
def content() -> None:
    """One article of each standing; what region 12 has is no business of region 14's."""
    blocks = [section("utredning", text("Ett.", id="b1"), text("Två.", id="b2"))]
    changed = article("andrad", title="Ändrad", sections=blocks)
    supplement(changed, after=1)
    revise(changed, sections=[section("utredning", text("Nytt.", id="b1"), text("Två.", id="b2"))])
    supplement(article("orord", title="Orörd"))
    supplement(article("forfaller", title="Förfaller"), review_by=date(2020, 1, 1))
    supplement(article("slut", title="Slut"), valid_until=localdate() - timedelta(days=1))
    draft_supplement(article("utkast", title="Utkast"))
    supplement(article("annans", title="Annans"), "12")
    article("barn", title="Barn", kind=Kind.YOUTH_PAGE, age_min=7, age_max=12)
    article("nytt", title="Nyhet", kind=Kind.NEWS)
    draft_article("opublicerad", title="Opublicerad")


@pytest.mark.parametrize(
    ("has", "wanted"),
    [
        ("supplement", ["Förfaller", "Orörd", "Slut", "Ändrad"]),
        ("none", ["Annans", "Barn", "Utkast"]),
        ("unsettled", ["Slut", "Ändrad"]),
        ("due", ["Förfaller", "Slut"]),
        ("draft", ["Utkast"]),
    ],
)
def test_by_what_the_region_has(content: None, has: str, wanted: list[str]) -> None:
    assert titles(people.regional_editor(), has=has) == wanted


def test_all_that_takes_supplements_in_swedish_order(content: None) -> None:
    everything = ["Annans", "Barn", "Förfaller", "Orörd", "Slut", "Utkast", "Ändrad"]
    rut = people.regional_editor()
    assert titles(rut) == everything
    assert titles(rut, ordering="-title") == everything[::-1]
    assert titles(rut, kind="youth-page") == ["Barn"]
    assert titles(rut, q="ÄNDRAD") == ["Ändrad"]
    assert titles(rut, q="annans") == ["Annans"]


def test_a_declined_kind_is_left_out(content: None) -> None:
    region = Region.objects.get(pk="14")
    region.kinds = [Kind.KNOWLEDGE_SUPPORT, Kind.CITIZEN_ARTICLE]
    region.save()
    assert "Barn" not in titles(people.regional_editor())
    assert "Barn" in titles(people.regional_editor("12", "gun"), "12")


def test_what_is_said_of_each(content: None) -> None:
    rows = {
        row.title: row.supplements for row in listed(people.regional_editor()).context["table"].data
    }
    assert rows["Ändrad"] == "1 tillägg: Den nationella texten har ändrats"
    assert rows["Slut"] == "1 tillägg: Sista giltighetsdagen har passerat"
    assert rows["Orörd"] == "1 tillägg"
    assert rows["Annans"] == rows["Utkast"] == "–"


def test_whose_list_it_is(content: None) -> None:
    for user in (people.regional_editor(), people.regional_approver()):
        assert listed(user).status_code == 200
        assert listed(user, "12").status_code == 302
    for user in (people.editor(), people.draft_reader(), people.administrator()):
        assert listed(user, "12").status_code == 200
    for user in (people.expert(), people.approver(), people.person("ingen")):
        assert listed(user).status_code == 302
    assert listed(people.editor(), "99").status_code == 404


def test_the_way_in_is_ones_own_region() -> None:
    client = people.client_of(people.regional_editor("12", "gun"))
    assert client.get(reverse("desk:own_region")).headers["Location"] == reverse(LIST, args=["12"])
    client = people.client_of(people.expert())
    assert client.get(reverse("desk:own_region")).headers["Location"] == reverse(
        "wagtailadmin_home"
    )


def test_a_value_that_is_not_allowed_shows_nothing_and_says_so(content: None) -> None:
    answer = listed(people.regional_editor(), has="allt")
    assert list(answer.context["table"].data) == []
    assert "allt" in answer.content.decode()


def test_as_a_file(content: None) -> None:
    query = {"export": "csv", "has": "unsettled"}
    body = body_of(listed(people.regional_editor(), **query)).decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(body))
    assert head == ["Titel", "Nyckel", "Artikeltyp", "Programområde", "Tillägg"]
    assert [row[0] for row in rows] == ["Slut", "Ändrad"]
    sheet = load_workbook(BytesIO(body_of(listed(people.regional_editor(), export="xlsx")))).active
    assert sheet.max_row == 8


def test_the_cost_does_not_grow(django_assert_max_num_queries: Any) -> None:
    rut = people.regional_editor()
    supplement(article("a"))
    with django_assert_max_num_queries(40) as few:
        listed(rut)
    for name in "bcdef":
        supplement(article(name), valid_until=localdate())
    with django_assert_max_num_queries(len(few)):
        listed(rut)
