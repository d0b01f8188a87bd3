"""The list of articles: what stands in it, found by what, in which order, for whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils.timezone import localdate

from content_models.vocabulary import Kind
from tests.factories import people
from tests.factories.published import article, codes, draft_article
from tests.factories.reviewing import changed, handed_in, latest, written

from .reading import asked, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> Any:
    return people.editor()


def test_a_row_says_what_an_article_is(anna: Any) -> None:
    codes("H25\tÅldersstarr", "H26\tAnnan starr")
    article(
        diagnosis_codes=("H26", "H25"), programme_area="Ögonsjukdomar", review_by=date(2031, 3, 1)
    )
    text = asked(anna).content.decode()
    for words in (
        *("Katarakt", "Kunskapsstöd", "Ögonsjukdomar", "H26, H25", "Svenska", "Publicerad"),
        "2031-03-01",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"code": "H25"}, ["Katarakt"]),
        ({"code": "h25.1"}, []),
        ({"code": "H26"}, ["Glaukom"]),
        ({"kind": "citizen-article"}, ["Grå starr"]),
        ({"state": "live"}, ["Grå starr", "Katarakt"]),
        ({"state": "draft"}, ["Glaukom"]),
        ({"due": "overdue"}, ["Katarakt"]),
        ({"review_by_from": "2030-01-01", "review_by_to": "2030-12-31"}, ["Glaukom"]),
        ({"language": "en"}, []),
        ({"q": "GRÅ starr"}, ["Grå starr"]),
        ({"q": "gra-starr"}, ["Grå starr"]),
        ({"q": "100%"}, []),
    ],
    ids=str,
)
def test_articles_are_found_by(anna: Any, query: dict[str, str], found: list[str]) -> None:
    codes("H25\tÅldersstarr", "H25.1\tKärnstarr", "H26\tAnnan starr", "H26.9\tUNS")
    article(diagnosis_codes=("H25",), review_by=date(2020, 1, 1))
    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr")
    draft_article("glaukom", title="Glaukom", diagnosis_codes=("H26.9",), review_by="2030-06-01")
    assert titles(anna, **query) == found


def test_articles_are_found_by_programme_area(anna: Any) -> None:
    page = article(programme_area="Ögonsjukdomar")
    article("karies", title="Karies", programme_area="Tandvård")
    assert titles(anna, area=page.programme_area_id) == ["Katarakt"]


def test_each_article_is_in_one_state(anna: Any) -> None:
    draft_article("a", title="Utkast")
    handed_in(written(anna, "b", title="Granskas"), anna)
    changed(article("c", title="Ändrad"), anna, title="Ändrad igen")
    article("d", title="Publicerad")
    withdrawn = article("e", title="Nedtagen")
    withdrawn.withdrawal_note = "Gammal."
    withdrawn.unpublish()
    found = {
        state: titles(anna, state=state)
        for state in ("draft", "under-review", "scheduled", "live", "live-changed", "withdrawn")
    }
    assert found == {
        "draft": ["Utkast"],
        "under-review": ["Granskas"],
        "scheduled": [],
        "live": ["Publicerad"],
        "live-changed": ["Ändrad igen"],
        "withdrawn": ["Nedtagen"],
    }


def test_the_order_is_swedish(anna: Any) -> None:
    for number, title in enumerate(["Ögat", "Zink", "ål", "Ärr", "Éclair", "Anemi"]):
        draft_article(f"nummer-{number}", title=title)
    swedish = ["Anemi", "Éclair", "Zink", "ål", "Ärr", "Ögat"]
    assert titles(anna) == titles(anna, ordering="title") == swedish
    assert titles(anna, ordering="-title") == swedish[::-1]


def test_what_has_no_review_date_comes_last_either_way(anna: Any) -> None:
    draft_article("a", title="Utan")
    draft_article("b", title="Sen", review_by=date(2031, 1, 1))
    draft_article("c", title="Tidig", review_by=date(2030, 1, 1))
    assert titles(anna, ordering="review_by") == ["Tidig", "Sen", "Utan"]
    assert titles(anna, ordering="-review_by") == ["Sen", "Tidig", "Utan"]


def test_pages_are_turned_with_the_filter_kept(anna: Any) -> None:
    for number in range(51):
        draft_article(f"nummer-{number}", title=f"Nummer {number:02}")
    assert titles(anna, p=2, state="draft") == ["Nummer 50"]
    text = asked(anna, state="draft", ordering="-title").content.decode()
    for kept in ("state=draft", "ordering=-title", "export=xlsx", "export=csv"):
        assert kept in text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"code": "Q"}, "Skriv en kod som H25, H25.1 eller H25-H28."),
        ({"code": "H99"}, "Koden H99 finns inte i diagnoskodsträdet."),
        ({"code": "H" * 200}, "som mest 20 tecken"),
        ({"review_by_from": "2030-02-01", "review_by_to": "2030-01-01"}, "före den första"),
        ({"review_by_from": "30 februari"}, "datum"),
        ({"state": "<b>x</b>"}, "&lt;b&gt;x"),
        ({"area": "999999"}, "Programområde"),
        ({"code": "H25\0"}, "Null-tecken"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_value_that_is_not_allowed_is_refused_in_words(
    anna: Any, query: dict[str, str], words: str
) -> None:
    article()
    response = asked(anna, **query)
    assert response.status_code == 200
    text = response.content.decode()
    assert words in text
    assert "<b>x</b>" not in text
    assert titles(anna, **query) == []


@pytest.mark.parametrize("words", ["\0", "'; drop table", "\u202e", "😀", "x" * 5000])
def test_anything_may_be_searched_for(anna: Any, words: str) -> None:
    assert asked(anna, q=words).status_code == 200


def test_only_readers_of_drafts_are_told_of_drafts() -> None:
    anna, rut = people.editor(), people.regional_editor()
    changed(article(title="Publik"), anna, title="Hemlig")
    draft_article("glaukom", title="Hemligt utkast")
    handed_in(written(anna, "b", title="Granskas"), anna)
    assert titles(rut) == ["Publik"]
    assert titles(anna) == ["Granskas", "Hemlig", "Hemligt utkast"]
    for query in ({"q": "hemlig"}, {"q": "granskas"}):
        assert titles(rut, **query) == []


def test_who_reads_no_drafts_cannot_ask_which_articles_have_one() -> None:
    rut = people.regional_editor()
    changed(article(), people.editor(), title="Hemlig")
    for query in ({"state": "live"}, {"state": "live-changed"}, {"state": "draft"}):
        assert titles(rut, **query) == ["Katarakt"]
    for concern in ("changed", "mine"):
        assert "Att ta hand om" in asked(rut, concern=concern).content.decode()
        assert titles(rut, concern=concern) == []
    assert titles(rut, concern="counterpart") == ["Katarakt"]


def test_a_title_leads_where_the_user_may_go() -> None:
    anna, elis, rut = people.editor(), people.expert(), people.regional_editor()
    page = article()
    edit, read = f"/admin/pages/{page.pk}/edit/", f"/admin/approvals/pages/{page.pk}/draft/"
    assert f'href="{edit}"' in asked(anna).content.decode()
    assert f'href="{read}"' in asked(elis).content.decode()
    text = asked(rut).content.decode()
    assert "Katarakt" in text
    assert edit not in text
    assert read not in text
    for user, address in ((anna, edit), (elis, read)):
        assert people.client_of(user).get(address).status_code == 200


def test_the_youth_editor_opens_the_editor_of_youth_pages_alone() -> None:
    ulla = people.youth_editor()
    page, other = article("sova", kind=Kind.YOUTH_PAGE, title="Sova"), article()
    text = asked(ulla).content.decode()
    assert f"/admin/pages/{page.pk}/edit/" in text
    assert f"/admin/pages/{other.pk}/edit/" not in text
    assert titles(ulla, scope="mine") == ["Sova"]


def test_an_area_s_approver_finds_what_they_answer_for() -> None:
    osten = people.area_approver("Ögonsjukdomar")
    article(programme_area="Ögonsjukdomar")
    article("karies", title="Karies", programme_area="Tandvård")
    assert titles(osten, scope="mine") == ["Katarakt"]
    assert titles(osten) == ["Karies", "Katarakt"]


def test_a_withdrawn_article_is_no_longer_named_to_regions() -> None:
    rut, page = people.regional_editor(), article()
    page.withdrawal_note = "Gammal."
    page.unpublish()
    assert titles(rut) == []
    assert titles(people.editor()) == [latest(page).title]


def test_a_title_is_text(anna: Any) -> None:
    draft_article(title="<script>alert(1)</script>")
    text = asked(anna).content.decode()
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert(1)" not in text


def test_the_day_of_a_change_is_on_the_wall(anna: Any) -> None:
    draft_article()
    assert localdate().isoformat() in asked(anna).content.decode()
