"""Every member of front matter: file → page → edition → API, and the file once more."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from content_models.editions.models import CurrentEdition
from content_models.vocabulary import Kind
from tests.factories.published import codes
from tests.integration.import_content import content

pytestmark = pytest.mark.django_db
parser = importlib.import_module("import.parse")
matter = importlib.import_module("import.parse.front_matter")
renderer = importlib.import_module("import.render")

SHARED = {
    "key": "katarakt",
    "language": "sv",
    "title": '"Katarakt: grå starr"',
    "summary": "Kort & gott.",
    "diagnosis_codes": "[H25, H26.9]",
    "programme_area": "Ögonsjukdomar",
    "care_levels": "[primary]",
    "approved": "{date: 2022-01-10, by: NPO ögon}",
    "review_by": "2031-01-10",
    "counterpart": "gra-starr",
    "keywords": "[starr, ögon]",
    "change_class": "safety",
    "change_note": "Ny dos.",
}
OWN: dict[str, dict[str, str]] = {
    Kind.KNOWLEDGE_SUPPORT: {},
    Kind.CITIZEN_ARTICLE: {},
    Kind.YOUTH_PAGE: {
        "ages": "{min: 7, max: 12}",
        "reading": "with-adult",
        "perspective": "relative",
        "adaptations": "[bildstöd]",
    },
    Kind.NEWS: {
        "audience": "citizen",
        "show_from": "2024-01-01T08:00",
        "show_until": "2091-01-01",
    },
    Kind.START_PAGE: {
        "audience": "citizen",
        "search_prompt": "Sök här",
        "quick_links": "[{label: Journalen, url: https://example.org}, "
        "{label: Hos oss, url: /vg, region: '14'}]",
        "cards": "[{title: Barn, text: För barn., url: /barn}]",
    },
}
SUPPLEMENT = {
    "article": "katarakt",
    "language": "sv",
    "region": '"14"',
    "approved": "{date: 2022-02-06, by: VGR}",
    "review_by": "2030-02-06",
    "valid_until": "2099-12-31",
    "change_class": "safety",
    "change_note": "Nytt nummer.",
}
NEEDS_PAIR = (Kind.KNOWLEDGE_SUPPORT, Kind.CITIZEN_ARTICLE, Kind.YOUTH_PAGE)
CHANGE = {"change_class": "safety", "note": "Ny dos."}


def file(kind: str, members: dict[str, str], body: str = content.BODY) -> str:
    lines = [f"kind: {kind}", *(f"{name}: {value}" for name, value in members.items())]
    return "---\n" + "\n".join(lines) + f"\n---\n{body}"


def get(path: str, **query: Any) -> Any:
    response = Client().get(f"/api/v1{path}", query)
    assert response.status_code == 200, response.content
    return response.json()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    codes("H25\tÅldersstarr", "H26.9\tStarr")
    return tmp_path / "content"


def published(folder: Path, kind: str) -> None:
    files = {"katarakt": file(kind, SHARED | OWN[kind])}
    if kind in NEEDS_PAIR:
        other = Kind.KNOWLEDGE_SUPPORT if kind != Kind.KNOWLEDGE_SUPPORT else Kind.CITIZEN_ARTICLE
        files["annan"] = content.article("gra-starr", kind=other, counterpart="katarakt")
    assert content.published(content.write(folder, **files)).code == 0


@pytest.mark.parametrize("kind", Kind)
def test_every_member_has_a_value_here(kind: Kind) -> None:
    known = matter._model(kind).model_fields
    assert {"kind", *SHARED, *OWN[kind]} == set(known)


def test_every_member_of_a_supplement_has_a_value_here() -> None:
    assert {"kind", *SUPPLEMENT} == set(matter.SupplementMatter.model_fields)


@pytest.mark.parametrize("kind", NEEDS_PAIR)
def test_what_every_article_says_is_in_the_api(folder: Path, kind: Kind) -> None:
    published(folder, kind)

    page = get("/pages/katarakt")
    assert page["kind"] == kind
    assert (page["title"], page["summary"]) == ("Katarakt: grå starr", "Kort & gott.")
    assert [one["code"] for one in page["diagnosis_codes"]] == ["H25", "H26.9"]
    assert page["programme_area"]["name"] == "Ögonsjukdomar"
    assert page["care_levels"] == ["primary"]
    approved = page["approvals"]["national"]
    assert (approved["date"], approved["by"]) == ("2022-01-10", "NPO ögon")
    assert (page["language"], page["review_by"]) == ("sv", "2031-01-10")
    assert page["counterpart"]["key"] == "gra-starr"
    (change,) = [one for one in get("/changes")["items"] if one["key"] == "katarakt"]
    assert {name: change[name] for name in CHANGE} == CHANGE
    # Keywords are for search, and in the edition.
    assert get(f"/editions/{change['sequence']}")["keywords"] == ["starr", "ögon"]


def test_what_only_youth_pages_say(folder: Path) -> None:
    published(folder, Kind.YOUTH_PAGE)

    page = get("/pages/katarakt")
    assert page["ages"] == {"min": 7, "max": 12}
    assert (page["reading"], page["perspective"]) == ("with-adult", "relative")
    assert page["adaptations"] == ["bildstöd"]


def test_what_only_news_say(folder: Path) -> None:
    published(folder, Kind.NEWS)

    page = get("/pages/katarakt")
    assert page["audience"] == "citizen"
    edition = get(f"/editions/{page['receipt']['sequence']}")
    assert edition["show_from"] == "2024-01-01T07:00:00Z"
    assert edition["show_until"] == "2091-01-01T23:00:00Z"


def test_what_only_start_pages_say(folder: Path) -> None:
    published(folder, Kind.START_PAGE)

    start = get("/start", audience="citizen", region="14")
    assert start["search_prompt"] == "Sök här"
    assert start["quick_links"] == [
        {"label": "Journalen", "url": "https://example.org", "region": None},
        {"label": "Hos oss", "url": "/vg", "region": "14"},
    ]
    assert start["cards"] == [{"title": "Barn", "text": "För barn.", "url": "/barn"}]


def test_what_a_supplement_says(folder: Path) -> None:
    published(folder, Kind.KNOWLEDGE_SUPPORT)
    content.write(folder, tillagg=file("supplement", SUPPLEMENT, content.placed()))
    assert content.published(folder).code == 0

    page = get("/pages/katarakt", region="14")
    (block,) = [one for one in page["sections"][0]["blocks"] if one["type"] == "supplement"]
    assert (block["region"], block["language"]) == ("14", "sv")
    assert (block["approved"]["date"], block["approved"]["by"]) == ("2022-02-06", "VGR")
    assert block["valid_until"] == "2099-12-31"
    change = get("/changes")["items"][-1]
    assert (change["change_class"], change["note"]) == ("safety", "Nytt nummer.")
    assert get(f"/editions/{change['sequence']}")["review_by"] == "2030-02-06"


@pytest.mark.parametrize("kind", [*Kind, "supplement"])
def test_the_file_that_is_written_back_publishes_the_same(folder: Path, kind: str) -> None:
    is_supplement = kind == "supplement"
    published(folder, Kind.KNOWLEDGE_SUPPORT if is_supplement else kind)
    name = "tillagg" if is_supplement else "katarakt"
    if is_supplement:
        content.write(folder, tillagg=file(kind, SUPPLEMENT, content.placed()))
        assert content.published(folder).code == 0
    before = hashes()
    path = folder / f"{name}.md"

    again = renderer.render(parser.parse(path.read_bytes(), path="a.md"))
    path.write_text(again, encoding="utf-8")

    assert content.published(folder).code == 0
    assert hashes() == before


def hashes() -> dict[str, str]:
    rows = CurrentEdition.objects.select_related("edition")
    return {row.part: row.edition.sha256 for row in rows}
