"""GET /start: from files to the start page of an audience, with what is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from cms.api import answering
from content_models.editions.models import CurrentEdition
from content_models.vocabulary import ChangeClass, Kind
from tests.factories.published import article, revise, section, text
from tests.integration.import_content import content

pytestmark = pytest.mark.django_db
LINKS = (
    "\n  - {label: Journalen, url: https://example.org/journal}"
    "\n  - {label: Lokalt, url: https://example.org/vg, region: '14'}"
    "\n  - {label: Skånskt, url: https://example.org/sk, region: skane}"
)
BODY = """Ingress.

## Välkommen {#valkommen}

För personal.

## Annat {#annat}

Mer.

## Om webbplatsen {#om-webbplatsen}

Ägs gemensamt.
"""


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., Any]:
    """Imports and publishes these files; gives the report."""

    def run(**files: str) -> Any:
        return content.published(content.write(tmp_path / "content", **files)).raw

    return run


def start_page(**members: object) -> str:
    terms = {"summary": "Allt samlat.", "search_prompt": "Sök kunskapsstöd"}
    return content.article("start", BODY, kind="start-page", **{**terms, **members})


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return moment.astimezone(tz)

    monkeypatch.setattr(answering, "datetime", Clock)


def test_a_file_becomes_a_start_page(imported: Any, read: Any) -> None:
    cards = "[{title: Vårdhandbok, text: Om metoder., url: /handbok/}]"
    imported(start=start_page(quick_links=LINKS, cards=cards))

    page = read("/start", audience="staff", region="vastra-gotaland")

    assert (page["title"], page["summary"]) == ("Start", "Allt samlat.")
    assert page["search_prompt"] == "Sök kunskapsstöd"
    assert page["region"]["code"] == "14"
    assert [(link["label"], link["region"]) for link in page["quick_links"]] == [
        ("Journalen", None),
        ("Lokalt", "14"),
    ]
    assert page["cards"] == [{"title": "Vårdhandbok", "text": "Om metoder.", "url": "/handbok/"}]
    assert page["hero"][0]["html"] == "<p>Ingress.</p>"
    assert page["welcome"]["blocks"][0]["html"] == "<p>För personal.</p>"
    assert page["about"]["blocks"][0]["html"] == "<p>Ägs gemensamt.</p>"
    assert [part["id"] for part in page["sections"]] == ["annat"]
    assert page["research"] is None
    [part] = page["receipt"]["parts"]
    assert part["part"] == "start/sv"
    assert part["approved"] == {name: page["approved"][name] for name in ("date", "by")}
    assert [link["region"] for link in read("/start")["quick_links"]] == [None]


def test_an_audience_without_a_start_page_is_404(get: Any) -> None:
    article("start", kind=Kind.START_PAGE)
    assert get("/start", audience="citizen").status_code == 404
    assert get("/start", audience="staff").status_code == 200


def test_a_second_start_page_for_an_audience_is_refused(imported: Any) -> None:
    report = imported(a=start_page(), b=content.article("andra", kind="start-page"))
    assert (len(report["created"]), len(report["rejected"])) == (1, 1)
    assert "an audience has one" in report["rejected"][0]["message"]
    again = imported(c=content.article("tredje", kind="start-page"))
    assert "“start” is the start page for staff already" in again["rejected"][0]["message"]


def test_news_come_and_go_in_their_time(get: Any, read: Any, monkeypatch: Any) -> None:
    """Nothing is published at those moments, and answers are kept: they change all the same."""
    article("start", kind=Kind.START_PAGE)
    now = timezone.now()
    begins, ends = now + timedelta(days=1), now + timedelta(days=2)
    article("nyhet", kind=Kind.NEWS, title="Nyhet", show_from=begins, show_until=ends)
    article("alltid", kind=Kind.NEWS, title="Alltid")

    def seen() -> tuple[list[str], list[str], int]:
        listed = [item["key"] for item in read("/pages", kind="news")["items"]]
        told = [item["key"] for item in read("/start")["news"]]
        return sorted(listed), told, get("/pages/nyhet").status_code

    assert seen() == (["alltid"], ["alltid"], 404)
    at(monkeypatch, begins - timedelta(seconds=1))
    assert seen() == (["alltid"], ["alltid"], 404)
    at(monkeypatch, begins)
    assert seen() == (["alltid", "nyhet"], ["nyhet", "alltid"], 200)
    at(monkeypatch, ends - timedelta(seconds=1))
    assert seen() == (["alltid", "nyhet"], ["nyhet", "alltid"], 200)
    at(monkeypatch, ends)
    assert seen() == (["alltid"], ["alltid"], 410)


def test_a_time_to_come_shows_no_news_before_it(get: Any) -> None:
    begins = timezone.now() + timedelta(days=30)
    article("nyhet", kind=Kind.NEWS, title="Nyhet", show_from=begins)
    answer = get("/pages/nyhet", as_of="2099-01-01T00:00:00Z")
    assert answer.status_code == 404
    assert "Nyhet" not in answer.content.decode()


def test_news_are_told_in_the_first_language_that_they_have(read: Any) -> None:
    article("start", kind=Kind.START_PAGE)
    article("start", kind=Kind.START_PAGE, language="en", title="Start")
    article("svensk", kind=Kind.NEWS, title="Bara på svenska")
    article("bada", kind=Kind.NEWS, title="På svenska")
    article("bada", kind=Kind.NEWS, language="en", title="In English")
    told = {item["key"]: item["title"] for item in read("/start", language="en")["news"]}
    assert told == {"svensk": "Bara på svenska", "bada": "In English"}


def test_a_withdrawn_start_page_leaves_its_place(imported: Any) -> None:
    gone = article("gammal-start", kind=Kind.START_PAGE, sections=[])
    gone.unpublish()
    assert len(imported(start=start_page())["created"]) == 1


def test_new_and_revised_tells_of_more_than_editorial_changes(read: Any) -> None:
    article("start", kind=Kind.START_PAGE)
    article("rad", kind=Kind.CITIZEN_ARTICLE, title="Råd")
    article("nyhet", kind=Kind.NEWS, title="Nyhet")
    first = article("astma", title="Astma", approval={"note": "Nytt."})
    article("kol", title="KOL", approval={"note": "Också nytt."})

    def told() -> list[tuple[str, bool, str]]:
        found = read("/start")["new_and_revised"]
        return [(item["key"], item["is_new"], item["note"]) for item in found]

    assert told() == [("kol", True, "Också nytt."), ("astma", True, "Nytt.")]
    revise(
        first,
        sections=[section("utredning", text("Komma."))],
        approval={"change_class": ChangeClass.EDITORIAL, "note": "Komma."},
    )
    assert told()[0] == ("kol", True, "Också nytt.")
    first.refresh_from_db()
    revise(
        first,
        sections=[section("utredning", text("Ny dos."))],
        approval={"change_class": ChangeClass.SAFETY, "note": "Dosen."},
    )
    assert told() == [("astma", False, "Dosen."), ("kol", True, "Också nytt.")]


def test_a_translation_held_back_is_not_told_of(read: Any) -> None:
    article("start", kind=Kind.START_PAGE)
    article("start", kind=Kind.START_PAGE, language="en")
    source = article("astma", title="Astma")
    article("astma", title="Asthma", language="en")

    def told() -> list[str]:
        return [item["title"] for item in read("/start", language="en")["new_and_revised"]]

    assert told() == ["Asthma"]
    revise(source, title="Astma!", approval={"change_class": ChangeClass.SAFETY})
    assert told() == []


def test_the_cost_of_a_start_page_does_not_grow(
    read: Any, django_assert_max_num_queries: Any
) -> None:
    article("start", kind=Kind.START_PAGE)
    for number in range(30):
        article(f"a{number}", title=f"A{number}")
        article(f"n{number}", kind=Kind.NEWS, title=f"N{number}")
    with django_assert_max_num_queries(12):
        page = read("/start")
    assert len(page["news"]) == len(page["new_and_revised"]) == 20
    assert CurrentEdition.objects.count() == 61
