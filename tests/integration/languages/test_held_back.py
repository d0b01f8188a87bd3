"""After a safety change of the source, nobody is served or shown an older translation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from content_models.editions.parts import Part
from content_models.vocabulary import ChangeClass, Kind
from editorial_workflows.held_back import is_kept_from_readers
from search.indexing import catch_up
from tests.factories.published import article, revise, section, supplement, text

pytestmark = pytest.mark.django_db
Read = Callable[..., Any]
SAFETY = {"change_class": ChangeClass.SAFETY}


@pytest.fixture
def swedish() -> Any:
    return article(summary="Gammal dos.", sections=[section("utredning", text("Gammal dos."))])


@pytest.fixture
def english(swedish: Any) -> Any:
    return article(language="en", title="Cataract", summary="Old dose.")


def listed(read: Read, **query: Any) -> list[str]:
    return [item["title"] for item in read("/pages", **query)["items"]]


def test_the_page_is_served_in_the_source_and_says_so(
    swedish: Any, english: Any, read: Read
) -> None:
    assert read("/pages/katarakt")["languages"] == ["sv", "en"]
    revise(swedish, title="Katarakt, ny dos", approval=SAFETY)

    page = read("/pages/katarakt", language="en")

    assert (page["language"], page["served_language"]) == ("en", "sv")
    assert (page["title"], page["out_of_date"]) == ("Katarakt, ny dos", False)
    assert page["withheld"] == [{"region": None, "section": None, "reason": "translation-outdated"}]
    assert page["languages"] == ["sv"]
    assert [one["language"] for one in page["seo"]["alternates"]] == ["sv"]


def test_it_is_in_no_list_until_it_is_published_anew(
    swedish: Any, english: Any, read: Read
) -> None:
    assert listed(read, language="en") == ["Cataract"]

    revise(swedish, title="Ny dos", approval=SAFETY)
    assert listed(read, language="en") == []
    assert read("/pages", language="en", total="true")["total"] == 0
    assert listed(read) == ["Ny dos"]
    revise(english, title="Cataract, new dose")
    assert listed(read, language="en") == ["Cataract, new dose"]
    revise(swedish, title="Ny dos!", approval={"change_class": ChangeClass.SUBSTANTIVE})
    assert listed(read, language="en") == ["Cataract, new dose"]


def test_search_forgets_it_at_once_and_the_index_when_it_catches_up(
    swedish: Any, english: Any, read: Read
) -> None:
    catch_up()

    def found() -> list[str]:
        return [item["title"] for item in read("/search", q="cataract", language="en")["items"]]

    assert found() == ["Cataract"]
    revise(swedish, title="Ny dos", approval=SAFETY)
    assert found() == []
    catch_up()
    assert found() == []


def test_the_start_page_itself_and_what_it_tells_of(swedish: Any, english: Any, read: Read) -> None:
    start = article("start", kind=Kind.START_PAGE, title="Start")
    article("start", kind=Kind.START_PAGE, title="Start in English", language="en")
    news = article("nyhet", kind=Kind.NEWS, title="Nyhet")
    article("nyhet", kind=Kind.NEWS, title="News", language="en")

    def told() -> tuple[list[str], list[str]]:
        page = read("/start", language="en")
        return tuple(
            [item["title"] for item in page[member]] for member in ("news", "new_and_revised")
        )  # type: ignore[return-value]

    assert told() == (["News"], ["Cataract"])
    revise(swedish, title="Ny dos", approval=SAFETY)
    revise(news, title="Rättelse", approval=SAFETY)
    assert told() == (["Rättelse"], [])
    revise(start, title="Ny start", approval=SAFETY)
    page = read("/start", language="en")
    assert (page["served_language"], page["title"]) == ("sv", "Ny start")
    assert page["languages"] == ["sv"]


def test_a_counterpart_is_named_by_what_is_served_of_it(
    swedish: Any, english: Any, read: Read
) -> None:
    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, counterpart_key="katarakt")
    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, counterpart_key="katarakt", language="en")
    assert read("/pages/gra-starr", language="en")["counterpart"]["title"] == "Cataract"

    revise(swedish, title="Ny dos", approval=SAFETY)

    assert read("/pages/gra-starr", language="en")["counterpart"]["title"] == "Ny dos"


def test_a_translated_supplement_is_held_back_by_its_own_source(
    swedish: Any, english: Any, read: Read
) -> None:
    source = supplement(swedish, id="plats", blocks=[text("Gammal plats.")])
    supplement(english, id="plats", language="en", blocks=[text("Old place.")])
    part = Part("katarakt", "en", "14", "plats")

    def shown() -> list[tuple[str, str]]:
        page = read("/pages/katarakt", language="en", region="14")
        blocks = [block for one in page["sections"] for block in one["blocks"]]
        return [
            (block["language"], block["blocks"][0]["html"])
            for block in blocks
            if block["type"] == "supplement"
        ]

    assert shown() == [("en", "<p>Old place.</p>")]
    assert not is_kept_from_readers(part)
    revise(source, body=[text("Ny plats.")], approval=SAFETY)
    assert shown() == [("sv", "<p>Ny plats.</p>")]
    assert is_kept_from_readers(part)
