"""GET /pages: members, filters, orders, cursors; as many queries for a hundred as for one."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from content_models.vocabulary import Kind
from tests.factories.published import article, codes, revise, section, supplement, text

pytestmark = pytest.mark.django_db


def keys(answer):
    return [item["key"] for item in answer["items"]]


def walk(read, **query):
    """Every item of a list, and how many answers it took."""
    items, answers = [], 0
    while True:
        answer = read("/pages", **query)
        answers += 1
        items += answer["items"]
        if answer["next"] is None:
            return items, answers
        query["cursor"] = answer["next"]


def test_an_item_has_the_contracts_members(read):
    codes("H25\tÅldersstarr")
    page = article(
        summary="Kort.",
        diagnosis_codes=("H25",),
        programme_area="Ögonsjukdomar",
        care_levels=["primary"],
        review_by=date(2025, 1, 10),
    )
    supplement(page, id="ett")
    supplement(page, id="tva")

    answer = read("/pages", region="14")

    (item,) = answer["items"]
    edition = read("/changes")["items"][0]
    assert answer["next"] is None
    assert "total" not in answer
    assert item == {
        "key": "katarakt",
        "kind": "knowledge-support",
        "audience": "staff",
        "language": "sv",
        "title": "Katarakt",
        "summary": "Kort.",
        "path": "/kunskapsstod/katarakt/",
        "diagnosis_codes": [{"code": "H25", "title": "Åldersstarr"}],
        "programme_area": {"name": "Ögonsjukdomar", "url": None},
        "care_levels": ["primary"],
        "ages": None,
        "reading": None,
        "perspective": None,
        "approved": {
            "date": "2022-01-10",
            "by": "Nationellt programområde ögonsjukdomar",
            "url": None,
        },
        "review_by": "2025-01-10",
        "overdue": True,
        "modified": edition["valid_from"],
        "sequence": edition["sequence"],
        "supplements": 2,
    }
    assert list(item) == list(item)
    assert read("/pages")["items"][0]["supplements"] is None
    assert read("/pages", region="12")["items"][0]["supplements"] == 0


def test_supplements_are_counted_once_whatever_their_languages(read):
    swedish = article(sections=[section("utredning", text())])
    english = article(language="en", sections=[section("utredning", text())])
    supplement(swedish, id="ett")
    supplement(english, id="ett", language="en")
    supplement(swedish, id="borta").unpublish()

    assert read("/pages", region="14")["items"][0]["supplements"] == 1


@pytest.fixture
def shelf():
    codes("H25-H28\tLinsen", "H25\tStarr", "H25.1\tKärnstarr", "H40\tGlaukom")
    katarakt = article(diagnosis_codes=("H25.1",), programme_area="Ögon", care_levels=["primary"])
    article("glaukom", title="Glaukom", diagnosis_codes=("H40",), care_levels=["specialised"])
    article("starr", kind=Kind.CITIZEN_ARTICLE, title="Starr", diagnosis_codes=("H25",))
    article("syn", kind=Kind.YOUTH_PAGE, title="Syn", age_min=7, age_max=12)
    article("katarakt", language="en", title="Cataract")
    supplement(katarakt)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"katarakt", "glaukom", "starr", "syn"}),
        ({"audience": "staff"}, {"katarakt", "glaukom"}),
        ({"audience": "citizen"}, {"starr", "syn"}),
        ({"kind": "youth-page"}, {"syn"}),
        ({"language": "en"}, {"katarakt"}),
        ({"language": "fi"}, set()),
        ({"care_level": "primary"}, {"katarakt", "starr", "syn"}),
        ({"care_level": "specialised"}, {"glaukom", "starr", "syn"}),
        ({"age": 7}, {"syn"}),
        ({"age": 12}, {"syn"}),
        ({"age": 13}, set()),
        ({"diagnosis": "H25"}, {"katarakt", "starr"}),
        ({"diagnosis": "h25"}, {"katarakt", "starr"}),
        ({"diagnosis": "H251"}, {"katarakt"}),
        ({"diagnosis": "H25.1"}, {"katarakt"}),
        ({"diagnosis": "H25-H28"}, {"katarakt", "starr"}),
        ({"programme_area": "Ögon"}, {"katarakt"}),
        ({"region": "14"}, {"katarakt", "glaukom", "starr", "syn"}),
        ({"region": "14", "supplemented": "true"}, {"katarakt"}),
        ({"region": "12", "supplemented": "true"}, set()),
        ({"supplemented": "true"}, {"katarakt"}),
        ({"changed_since": "2020-01-01"}, {"katarakt", "glaukom", "starr", "syn"}),
        ({"changed_since": "2999-01-01T00:00:00+01:00"}, set()),
    ],
)
def test_filters(shelf, read, query, found):
    answer = read("/pages", total="true", **query)

    assert set(keys(answer)) == found
    assert answer["total"] == len(found)


def test_changed_since_is_exact(read):
    article("forr")
    between = timezone.now()
    article("sedan")

    assert keys(read("/pages", changed_since=between.isoformat())) == ["sedan"]


def test_titles_are_in_swedish_order(read):
    for title in ("Öga", "Ärr", "Zoster", "Åderbråck", "Astma", "Éclair", "Hjärta", "ärg"):
        article(f"k-{len(title)}-{ord(title[0])}-{ord(title[1])}", title=title)

    items, _ = walk(read, order="title", limit=3)

    assert [item["title"] for item in items] == [
        *("Astma", "Éclair", "Hjärta", "Zoster", "Åderbråck", "ärg", "Ärr", "Öga")
    ]


@pytest.mark.parametrize("order", ["-modified", "modified", "title", "-approved"])
def test_a_walk_in_any_order_meets_everything_once(read, order):
    for number in range(7):
        article(f"artikel-{number}", title="Samma", approval={"on": date(2022, 1, 1 + number % 2)})

    items, answers = walk(read, order=order, limit=2)

    whole = read("/pages", order=order)
    assert answers == 4
    assert items == whole["items"]
    assert len({item["key"] for item in items}) == 7


def test_newest_and_latest_approved_come_first(read):
    article("gammal", approval={"on": date(2023, 1, 1)})
    article("ny", approval={"on": date(2022, 1, 1)})

    assert keys(read("/pages")) == ["ny", "gammal"]
    assert keys(read("/pages", order="modified")) == ["gammal", "ny"]
    assert keys(read("/pages", order="-approved")) == ["gammal", "ny"]


def test_a_walk_by_modified_misses_nothing_while_publishing_goes_on(read):
    """Given a walk that has begun: one is revised, one withdrawn, one is new."""
    pages = {name: article(name) for name in ("a", "b", "c", "d")}
    first = read("/pages", order="modified", limit=2)

    revise(pages["a"], title="Ny titel")
    pages["b"].unpublish()
    article("e")

    rest, _ = walk(read, order="modified", limit=2, cursor=first["next"])
    assert keys(first) == ["a", "b"]
    assert [item["key"] for item in rest] == ["c", "d", "a", "e"]


def test_a_cursor_is_good_for_its_own_question_only(shelf, get, read):
    cursor = read("/pages", limit=1)["next"]

    assert get("/pages", cursor=cursor, order="title").status_code == 404
    assert get("/pages", cursor=cursor, audience="staff").status_code == 404
    assert get("/diagnoses", cursor=cursor).status_code == 404
    assert get("/pages", cursor=cursor, limit=2, total="true").status_code == 200


def test_fields_of_items(shelf, read):
    answer = read("/pages", fields="title,key", limit=1)

    assert answer["items"] == [{"key": "syn", "title": "Syn"}]


@pytest.mark.parametrize("region", [{}, {"region": "14"}])
def test_a_list_costs_the_same_however_long(read, django_assert_max_num_queries, region):
    codes(*(f"H{number}\tKod" for number in range(10, 40)))
    for number in range(10, 40):
        supplement(article(f"artikel-{number}", diagnosis_codes=(f"H{number}",)))

    with django_assert_max_num_queries(7 + len(region)):
        assert len(read("/pages", limit=30, **region)["items"]) == 30


def test_withdrawn_and_never_published_are_not_listed(read):
    from tests.factories.published import draft_article

    article("borta").unpublish()
    draft_article("utkast")

    assert read("/pages", total="true") == {"items": [], "next": None, "total": 0}
