"""What is published is found by title, text and code, within filters, and shown where it is."""

from __future__ import annotations

import time

import pytest

from content_models.vocabulary import Kind
from search.engines.errors import SearchUnavailable
from search.indexing import catch_up
from tests.factories import published
from tests.factories.published import section, text
from tests.integration.search.conftest import Find, Keys


@pytest.fixture
def articles() -> None:
    published.codes("H25\tStarr med åldern", "H25.1\tKärnstarr", "H40\tHögt tryck i ögat")
    published.article(
        "katarakt",
        title="Katarakt",
        summary="Kort om grumlingar.",
        diagnosis_codes=("H25.1",),
        programme_area="Ögonsjukdomar",
        care_levels=["primary"],
        sections=[
            section(
                "utredning", text("Ögats lins undersöks i <b>spalt</b>lampa."), title="Utredning"
            ),
            section("behandling", text("Linsen byts vid tryck &lt; 5."), title="Behandling"),
        ],
    )
    published.article(
        "glaukom",
        title="Glaukom",
        diagnosis_codes=("H40",),
        sections=[section("behandling", text("Linser nämns."))],
    )
    published.article(
        "gra-starr",
        kind=Kind.CITIZEN_ARTICLE,
        title="Grå starr",
        sections=[section("a", text("Suddig syn."))],
    )
    published.article(
        "syn",
        kind=Kind.YOUTH_PAGE,
        title="När du ser dåligt",
        age_min=7,
        age_max=12,
        sections=[section("a", text("Suddig tavla."))],
    )
    catch_up()


pytestmark = pytest.mark.usefixtures("articles")


def test_a_title_comes_before_a_mention(keys: Keys) -> None:
    assert keys("katarakt") == ["katarakt"]
    assert sorted(keys("linser")) == ["glaukom", "katarakt"]
    assert keys("glaukom linser")[0] == "glaukom"


def test_an_item_says_where_and_shows_the_true_words(find: Find) -> None:
    (item,) = find("linsens byte tryck").items[:1]
    assert (item.key, item.section) == ("katarakt", "behandling")
    assert item.highlight == "Linsen byts vid tryck < 5."
    assert (item.kind, item.audience, item.language) == ("knowledge-support", "staff", "sv")
    assert item.title == "Katarakt"
    assert item.score > 0


def test_a_word_with_markup_in_it_is_whole(find: Find) -> None:
    (item,) = find("spaltlampa").items
    assert item.section == "utredning"
    assert item.highlight == "Ögats lins undersöks i spaltlampa."


def test_a_title_alone_points_into_no_section(find: Find) -> None:
    (item,) = find("katarakt").items
    assert (item.section, item.highlight) == (None, "Kort om grumlingar.")


@pytest.mark.parametrize("code", ["H25.1", "h251", "H251*", "H25", "h25", "H25-H28", "H20–H25"])
def test_codes_with_and_without_dot_their_categories_and_ranges(keys: Keys, code: str) -> None:
    assert keys(code) == ["katarakt"]


def test_a_code_finds_less_surely_what_is_above_it(keys: Keys) -> None:
    assert keys("H40.1") == ["glaukom"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"audience": "staff"}, {"katarakt", "glaukom"}),
        ({"audience": "citizen"}, {"gra-starr", "syn"}),
        ({"kind": "youth-page"}, {"syn"}),
        ({"diagnosis": "H25"}, {"katarakt"}),
        ({"diagnosis": "h25.1"}, {"katarakt"}),
        ({"diagnosis": "H30-H59"}, {"glaukom"}),
        ({"diagnosis": "H25.2"}, set()),
        ({"programme_area": "Ögonsjukdomar"}, {"katarakt"}),
        ({"programme_area": "Ögon"}, set()),
        ({"age": 7}, {"syn"}),
        ({"age": 13}, set()),
        ({"language": "en"}, set()),
    ],
)
def test_filters(keys: Keys, filters: dict[str, object], found: set[str]) -> None:
    everything = "katarakt glaukom starr dåligt"
    assert set(keys(everything, **filters)) <= found
    assert {key for word in everything.split() for key in keys(word, **filters)} == found


def test_pages_of_results_follow_each_other(find: Find) -> None:
    first = find("suddig", limit=1)
    assert (first.total, first.next_offset) == (2, 1)
    second = find("suddig", limit=1, offset=1)
    assert second.next_offset is None
    assert {first.items[0].key, second.items[0].key} == {"gra-starr", "syn"}
    assert find("suddig", limit=20, offset=2).items == ()


@pytest.mark.parametrize(
    "q",
    [
        "",
        " ",
        "\x00",
        "😀",
        "*",
        '"',
        "title:katarakt~2 OR (",
        "och i att",
        "katarakt\x00\ud800",
        "a" * 100_000,
        " OR ".join(["katarakt"] * 1_000),
        " ".join(f"ord{number}" for number in range(10_000)),
        "眼科 глаз عين ตา",
    ],
)
def test_any_text_is_answered_soon(find: Find, q: str) -> None:
    started = time.monotonic()
    response = find(q, region="14")
    assert time.monotonic() - started < 1
    assert response.total >= 0


def test_wildcards_and_operators_find_nothing_of_themselves(keys: Keys) -> None:
    assert keys("*") == []
    assert keys("katar*") == []
    assert keys("katarakt NOT katarakt") == ["katarakt"]


def test_without_an_index_it_says_so(settings: object, find: Find, tmp_path: object) -> None:
    settings.SEARCH_INDEX_PATH = tmp_path / "nowhere"  # type: ignore[attr-defined,operator]
    with pytest.raises(SearchUnavailable, match="no search index"):
        find("katarakt")
    with pytest.raises(SearchUnavailable):
        find("")
