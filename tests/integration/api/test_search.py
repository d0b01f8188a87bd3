"""GET /search: what is published is found, where it is read now, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from content_models.vocabulary import Kind
from search.indexing import catch_up
from tests.factories import published
from tests.factories.published import section, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_index(settings: Any, tmp_path: Any) -> None:
    settings.SEARCH_INDEX_PATH = tmp_path / "search"


def test_an_article_is_found_by_title_text_and_code(read: Any) -> None:
    published.codes("H25\tÅldersstarr", "H25.1\tKärnstarr")
    published.article(
        sections=[section("utredning", text("Synskärpan mäts hos optikern."))],
        diagnosis_codes=("H25.1",),
    )
    catch_up()

    for words in ("katarakt", "optikern", "H25.1", "h251", "H25"):
        (item,) = read("/search", q=words)["items"]
        assert (item["key"], item["path"]) == ("katarakt", "/kunskapsstod/katarakt/")
    assert set(item) == {
        *("key", "kind", "audience", "language", "title", "path", "section", "highlight"),
        "score",
    }


def test_the_section_and_its_true_words_are_shown(read: Any) -> None:
    published.article(sections=[section("utredning", text("Synskärpan mäts hos optikern."))])
    catch_up()

    (item,) = read("/search", q="optiker")["items"]

    assert item["section"] == "utredning"
    assert "optikern" in item["highlight"]


def test_a_regions_words_are_found_only_with_the_region(read: Any) -> None:
    national = published.article()
    published.supplement(national, "14", blocks=[text("Remissen går till Ekåsen.")])
    catch_up()

    assert read("/search", q="Ekåsen")["items"] == []
    assert read("/search", q="Ekåsen", region="12")["items"] == []
    (item,) = read("/search", q="Ekåsen", region="vastra-gotaland")["items"]
    assert item["key"] == "katarakt"


def test_what_is_withdrawn_is_gone_before_the_index_knows(read: Any) -> None:
    page = published.article()
    catch_up()
    page.unpublish()

    assert read("/search", q="katarakt")["items"] == []


def test_drafts_are_not_found(read: Any) -> None:
    page = published.article()
    page.title = "Hemligstämplat"
    page.save_revision()
    catch_up()

    assert read("/search", q="Hemligstämplat")["items"] == []


def test_filters_and_pages(read: Any) -> None:
    for number in range(3):
        published.article(f"starr-{number}", title="Starr", kind=Kind.CITIZEN_ARTICLE)
    published.article("katarakt", title="Starr")
    catch_up()

    first = read("/search", q="starr", audience="citizen", limit=2, total="true")
    rest = read("/search", q="starr", audience="citizen", limit=2, cursor=first["next"])

    assert first["total"] == 3
    keys = [item["key"] for item in first["items"] + rest["items"]]
    assert sorted(keys) == ["starr-0", "starr-1", "starr-2"]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 400),
        ({"q": "a", "sida": "2"}, 400),
        ({"q": "a", "region": "02"}, 400),
        ({"q": "a", "diagnosis": "Z99"}, 404),
        ({"q": "a", "diagnosis": "H28-H25"}, 404),
        ({"q": "a", "diagnosis": "katarakt"}, 400),
        ({"q": "a", "programme_area": "Ingen"}, 404),
        ({"q": "a", "cursor": "YQ"}, 404),
        ({"q": '*) OR ("', "limit": "1"}, 200),
        ({"q": " ".join(["ord"] * 200)}, 200),
    ],
)
def test_refusals(get: Any, query: dict[str, str], status: int) -> None:
    catch_up()

    assert get("/search", **query).status_code == status


def test_without_an_index_it_says_so(get: Any) -> None:
    response = get("/search", q="katarakt")

    assert response.status_code == 503
    assert response.headers["Content-Type"] == "application/problem+json"
