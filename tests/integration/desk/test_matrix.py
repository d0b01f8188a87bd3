"""The matrix: which supplements there are, how they stand, and what it is filtered by."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.timezone import localdate

from content_models.vocabulary import Kind
from region_overlays.models import Region, SupplementStanding
from region_overlays.region import SUPPLEMENTED_KINDS
from tests.factories import people
from tests.factories.published import article, draft_article, draft_supplement, supplement
from tests.factories.reviewing import changed

from .matrix_page import (
    anchored,
    cells,
    columns,
    in_every_state,
    legend,
    reword,
    soup_of,
    sums,
    titles,
)
from .reading import asked

pytestmark = pytest.mark.django_db
VASTRA_GOTALAND, SKANE = "Västra Götaland", "Skåne"


@pytest.fixture
def lasse() -> Any:
    return people.draft_reader()


def test_a_cell_says_how_its_supplements_stand(lasse: Any) -> None:
    in_every_state()
    said = {title: found.get(VASTRA_GOTALAND) for title, found in cells(lasse).items()}
    assert said == {
        "A gäller": "1 gäller",
        "B snart": "1 ska snart ses över",
        "C utgånget": "1 har gått ut",
        "D ändrat": "1 nationell text ändrad",
        "E borta": "1 plats borta",
        "F inne": "1 hålls inne efter en säkerhetsändring",
        "G inget": None,
    }
    assert all(set(found) <= {VASTRA_GOTALAND} for found in cells(lasse).values())


def test_every_region_has_a_column_by_its_code(lasse: Any) -> None:
    article()
    shown = columns(lasse)
    assert shown == list(Region.objects.order_by("code").values_list("short_name", flat=True))
    assert len(shown) == 21


def test_what_is_counted_is_what_is_shown(lasse: Any) -> None:
    in_every_state()
    supplement(article("h", title="H båda"))
    supplement(article("i", title="I annan"), "12")
    supplements, unsettled = sums(lasse, region=["12", "14"])
    assert supplements == [8, 1, 7]
    assert unsettled == [4, 0, 4]
    assert legend(lasse) == {
        "hålls inne efter en säkerhetsändring": 1,
        "plats borta": 1,
        "nationell text ändrad": 1,
        "har gått ut": 1,
        "ska snart ses över": 1,
        "gäller": 3,
    }
    assert legend(lasse, region="12") == {"gäller": 1}
    assert SupplementStanding.objects.unsettled(localdate()).count() == unsettled[0]


def test_several_supplements_are_one_cell(lasse: Any) -> None:
    page = anchored("katarakt", "Katarakt")
    supplement(page, id="annat")
    reword(page)
    supplement(page, id="nytt")
    said = "3: 2 nationell text ändrad, 1 gäller"
    assert cells(lasse) == {"Katarakt": {VASTRA_GOTALAND: said}}


def test_supplements_in_every_language_count(lasse: Any) -> None:
    page = article()
    supplement(page)
    supplement(page, language="en", id="english")
    assert cells(lasse)["Katarakt"] == {VASTRA_GOTALAND: "2 gäller"}
    assert cells(lasse, language="en")["Katarakt"] == {VASTRA_GOTALAND: "1 gäller"}
    assert cells(lasse, language="se")["Katarakt"] == {}


def test_what_is_not_published_is_not_there(lasse: Any) -> None:
    draft_article("utkast", title="Utkast")
    page = article()
    draft_supplement(page)
    changed(page, people.editor(), title="Hemlig")
    withdrawn = supplement(page, "12")
    withdrawn.withdrawal_note = "Gammalt."
    withdrawn.unpublish()
    assert cells(lasse) == {"Katarakt": {}}


def test_articles_of_other_kinds_and_translations_are_no_rows(lasse: Any) -> None:
    article("sova", kind=Kind.YOUTH_PAGE, title="Sova")
    article("starr", kind=Kind.CITIZEN_ARTICLE, title="Starr")
    article("nytt", kind=Kind.NEWS, title="Nytt")
    article("katarakt")
    article("katarakt", language="en", title="Cataract")
    assert titles(lasse) == ["Katarakt", "Sova", "Starr"]


def test_the_order_is_swedish(lasse: Any) -> None:
    for number, title in enumerate(["Ögat", "Zink", "ål", "Ärr", "Anemi"]):
        article(f"nummer-{number}", title=title)
    assert titles(lasse) == ["Anemi", "Zink", "ål", "Ärr", "Ögat"]


def test_a_supplement_without_its_article_is_told_beside(lasse: Any) -> None:
    page = article()
    supplement(page)
    assert "finns inte i någon rad" not in str(soup_of(lasse))
    article("glaukom", title="Glaukom")
    page.withdrawal_note = "Gammal."
    page.unpublish()
    assert titles(lasse) == ["Glaukom"]
    assert "Ytterligare 1 tillägg finns inte i någon rad" in str(soup_of(lasse))
    assert "finns inte i någon rad" not in str(soup_of(lasse, region="12"))


def test_a_region_that_has_declined_a_kind_is_told_from_one_with_nothing(lasse: Any) -> None:
    page = article("sova", kind=Kind.YOUTH_PAGE, title="Sova")
    article()
    declining = {"kinds": [Kind.KNOWLEDGE_SUPPORT.value]}
    Region.objects.filter(pk="14").update(**declining)
    assert cells(lasse) == {"Katarakt": {}, "Sova": {VASTRA_GOTALAND: "deltar inte"}}
    Region.objects.filter(pk="14").update(kinds=[*SUPPLEMENTED_KINDS])
    supplement(page)
    Region.objects.filter(pk="14").update(**declining)
    assert cells(lasse)["Sova"] == {VASTRA_GOTALAND: "1 gäller"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "withheld"}, ["F inne"]),
        ({"state": "anchor-lost"}, ["E borta"]),
        ({"state": "national-changed"}, ["D ändrat"]),
        ({"state": "expired"}, ["C utgånget"]),
        ({"state": "due"}, ["B snart"]),
        ({"state": "current"}, ["A gäller"]),
        ({"state": "none"}, ["G inget"]),
        ({"state": "current", "region": "12"}, []),
        ({"state": "current", "region": ["12", "14"]}, ["A gäller"]),
        ({"q": "UTGÅNGET"}, ["C utgånget"]),
        ({"q": "inget g"}, ["G inget"]),
        ({"q": "100%"}, []),
        ({"kind": "youth-page"}, []),
        ({"kind": "knowledge-support", "state": "due"}, ["B snart"]),
    ],
    ids=str,
)
def test_articles_are_found_by(lasse: Any, query: dict[str, Any], found: list[str]) -> None:
    in_every_state()
    assert titles(lasse, **query) == found


def test_none_is_in_the_regions_that_are_shown(lasse: Any) -> None:
    supplement(article(), "12")
    article("glaukom", title="Glaukom")
    assert titles(lasse, state="none") == ["Glaukom"]
    assert titles(lasse, state="none", region="14") == ["Glaukom", "Katarakt"]


def test_regions_that_are_chosen_are_the_only_columns(lasse: Any) -> None:
    page = article()
    supplement(page)
    supplement(page, "12")
    assert columns(lasse, region=["14", "12"]) == [SKANE, VASTRA_GOTALAND]
    assert cells(lasse, region="12") == {"Katarakt": {SKANE: "1 gäller"}}


def test_articles_are_found_by_programme_area(lasse: Any) -> None:
    page = article(programme_area="Ögonsjukdomar")
    article("karies", title="Karies", programme_area="Tandvård")
    assert titles(lasse, area=page.programme_area_id) == ["Katarakt"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"state": "<b>x</b>"}, "&lt;b&gt;x"),
        ({"region": "99"}, "99"),
        ({"region": ["14", "x"]}, "Regioner"),
        ({"area": "999999"}, "Programområde"),
        ({"kind": "news"}, "Artikeltyp"),
        ({"language": "xx"}, "Tilläggens språk"),
        ({"state": "live\0"}, "Tilläggens läge"),
    ],
    ids=str,
)
def test_a_value_that_is_not_allowed_is_refused_in_words(
    lasse: Any, query: dict[str, Any], words: str
) -> None:
    supplement(article())
    response = asked(lasse, "desk:matrix", **query)
    assert response.status_code == 200
    text = response.content.decode()
    assert "Listan kan inte filtreras så här" in text
    assert words in text
    assert "<b>x</b>" not in text
    assert titles(lasse, **query) == []


def test_a_title_is_text(lasse: Any) -> None:
    article(title="<script>alert(1)</script>")
    text = asked(lasse, "desk:matrix").content.decode()
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert(1)" not in text


def test_the_table_can_be_found_and_scrolled_by_key(lasse: Any) -> None:
    article()
    soup = soup_of(lasse)
    scrolled = soup.select_one(".matrix-scroll")
    assert (scrolled["role"], scrolled["tabindex"]) == ("region", "0")
    caption = soup.find(id=scrolled["aria-labelledby"])
    assert caption.name == "caption"
    assert caption.get_text() == "Publicerade tillägg per artikel och region"


def test_the_list_that_is_fetched_anew_is_the_same(lasse: Any) -> None:
    in_every_state()
    whole, part = (
        asked(lasse, name, state="due").content.decode()
        for name in ("desk:matrix", "desk:matrix_results")
    )
    assert "<html" not in part
    table = part[part.index("<table") : part.index("</table>")]
    assert table in whole
