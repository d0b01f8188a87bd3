"""One composition: the contract's example, regions, places, care levels."""

from __future__ import annotations

import re
from datetime import date

import pytest

from content_models.models import ApprovingBody
from content_models.vocabulary import Kind
from tests.factories.published import (
    article,
    codes,
    reference,
    revise,
    section,
    supplement,
    text,
)

pytestmark = pytest.mark.django_db
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def texts(page: dict, section_id: str = "utredning") -> list[str]:
    """What a section's reader reads, in order; a supplement's text marked with its region."""
    found = next(item for item in page["sections"] if item["id"] == section_id)
    result = []
    for block in found["blocks"]:
        inner = block["blocks"] if block["type"] == "supplement" else [block]
        mark = f"{block['region']}: " if block["type"] == "supplement" else ""
        result += [mark + re.sub("<[^>]+>", "", item["html"]) for item in inner]
    return result


@pytest.fixture
def katarakt():
    codes("H25\tÅldersstarr", "H25.1\tKärnstarr")
    return article(
        summary="Kort beskrivning.",
        sections=[
            section("utredning", text("Första stycket.[^1]"), text("Andra stycket.")),
            section("behandling", text("Operation.")),
        ],
        references=[reference("1", "Socialstyrelsen.")],
        diagnosis_codes=("H25",),
        programme_area="Ögonsjukdomar",
        care_levels=["primary", "specialised"],
        review_by=date(2025, 1, 10),
        counterpart_key="gra-starr",
    )


def test_the_contracts_example(katarakt, read):
    """Given the example's article, its translation, counterpart and supplement: its very shape."""
    article("katarakt", language="en", title="Cataract")
    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr, katarakt")
    supplement(katarakt, after=1, id="utredning", blocks=[text("Remiss till SU.")])

    page = read("/pages/katarakt", region="14")

    first, block = page["sections"][0]["blocks"][:2]
    parts = page["receipt"]["parts"]
    approved = {"date": "2022-01-10", "by": "Nationellt programområde ögonsjukdomar", "url": None}
    regional = {"date": "2022-02-06", "by": "Västra Götalandsregionen", "url": None}
    seo = page.pop("seo")
    assert MOMENT.fullmatch(page.pop("first_published"))
    assert MOMENT.fullmatch(page.pop("modified"))
    assert page == {
        "key": "katarakt",
        "kind": "knowledge-support",
        "audience": "staff",
        "language": "sv",
        "served_language": "sv",
        "languages": ["sv", "en"],
        "out_of_date": False,
        "title": "Katarakt",
        "summary": "Kort beskrivning.",
        "path": "/kunskapsstod/katarakt/",
        "breadcrumbs": [{"title": "Kunskapsstöd", "path": "/kunskapsstod/"}],
        "diagnosis_codes": [{"code": "H25", "title": "Åldersstarr"}],
        "programme_area": {"name": "Ögonsjukdomar", "url": None},
        "care_levels": ["primary", "specialised"],
        "ages": None,
        "reading": None,
        "perspective": None,
        "adaptations": [],
        "counterpart": {
            "key": "gra-starr",
            "kind": "citizen-article",
            "title": "Grå starr, katarakt",
            "path": "/rad-om-vard/gra-starr/",
        },
        "region": {"code": "14", "slug": "vastra-gotaland", "name": "Västra Götalandsregionen"},
        "sections": page["sections"],
        "withheld": [],
        "references": [{"number": 1, "html": "Socialstyrelsen."}],
        "approvals": {"national": approved, "regional": [{"region": "14", **regional}]},
        "review_by": "2025-01-10",
        "overdue": True,
        "receipt": {"sequence": parts[1]["sequence"], "parts": parts},
    }
    assert first == {"type": "text", "id": first["id"], "care_levels": [], "html": first["html"]}
    assert block == {
        "type": "supplement",
        "id": "utredning",
        "region": "14",
        "language": "sv",
        "care_levels": [],
        "status": "current",
        "blocks": [{**block["blocks"][0], "html": "<p>Remiss till SU.</p>"}],
        "references": [],
        "valid_until": None,
        "approved": regional,
    }
    assert [part["part"] for part in parts] == ["katarakt/sv", "katarakt/sv/14/utredning"]
    assert [part["approved"] for part in parts] == [
        {"date": "2022-01-10", "by": "Nationellt programområde ögonsjukdomar"},
        {"date": "2022-02-06", "by": "Västra Götalandsregionen"},
    ]
    assert seo["canonical"] == "http://localhost:8000/kunskapsstod/katarakt/"
    assert [item["language"] for item in seo["alternates"]] == ["sv", "en"]
    assert seo["title"] == "Katarakt – Tillägg"
    assert seo["json_ld"]["about"][0]["code"]["codeValue"] == "H25"
    assert seo["json_ld"]["lastReviewed"] == "2022-01-10"


def test_a_supplement_stands_after_the_block_it_names(katarakt, read):
    supplement(katarakt, after=1, blocks=[text("efter ett")])
    supplement(katarakt, blocks=[text("sist")])

    assert texts(read("/pages/katarakt", region="14")) == [
        "Första stycket.[1]",
        "14: efter ett",
        "Andra stycket.",
        "14: sist",
    ]


def test_code_and_slug_name_the_same_region(katarakt, get):
    supplement(katarakt, after=1)

    by_code = get("/pages/katarakt", region="14")
    by_slug = get("/pages/katarakt", region="vastra-gotaland")

    assert by_code.content == by_slug.content
    assert by_code["Surrogate-Key"] == by_slug["Surrogate-Key"] == "article-katarakt region-14"


def test_without_a_region_no_supplement_and_with_one_no_others(katarakt, read):
    supplement(katarakt, "12", approval={"by": "Region Skåne"}, blocks=[text("skånskt")])

    assert read("/pages/katarakt")["region"] is None
    assert len(texts(read("/pages/katarakt"))) == 2
    assert len(texts(read("/pages/katarakt", region="14"))) == 2
    assert texts(read("/pages/katarakt", region="12"))[-1] == "12: skånskt"


def test_care_levels_leave_out_what_is_for_another(read):
    page = article(
        sections=[
            section(
                "utredning",
                text("alla"),
                text("special", care_levels=("specialised",)),
                text("primär", care_levels=("primary",)),
            ),
            section("behandling", text("bara special", care_levels=("specialised",))),
        ]
    )
    supplement(page, after=2, blocks=[text("tillägg")])

    primary = read("/pages/katarakt", care_level="primary", region="14")
    specialised = read("/pages/katarakt", care_level="specialised", region="14")

    assert texts(primary) == ["alla", "primär"]
    assert [item["id"] for item in primary["sections"]] == ["utredning"]
    assert texts(specialised) == ["alla", "special", "14: tillägg"]
    assert len(texts(read("/pages/katarakt", region="14"))) == 4


def test_a_safety_change_holds_back_and_says_so(katarakt, read):
    supplement(katarakt, after=1, blocks=[text("gammal dos")])
    first, second = katarakt.sections.raw_data[0]["value"]["blocks"]
    changed = {**first, "value": {**first["value"], "html": "<p>Ny dos.[^1]</p>"}}

    revise(
        katarakt,
        sections=[section("utredning", changed, second)],
        approval={"change_class": "safety"},
    )

    page = read("/pages/katarakt", region="14")
    assert page["withheld"] == [
        {"region": "14", "section": "utredning", "reason": "national-changed"}
    ]
    assert texts(page) == ["Ny dos.[1]", "Andra stycket."]
    assert page["approvals"]["regional"] == []
    assert [part["part"] for part in page["receipt"]["parts"]] == ["katarakt/sv"]


def test_an_ordinary_change_shows_the_supplement_as_national_changed(katarakt, read):
    supplement(katarakt, after=1)
    first, second = katarakt.sections.raw_data[0]["value"]["blocks"]
    changed = {**first, "value": {**first["value"], "html": "<p>Annat.[^1]</p>"}}

    revise(katarakt, sections=[section("utredning", changed, second)])

    blocks = read("/pages/katarakt", region="14")["sections"][0]["blocks"]
    assert blocks[1]["status"] == "national-changed"


def test_one_approval_is_listed_once_for_a_region(katarakt, read):
    supplement(katarakt, after=1)
    supplement(katarakt, after=2)
    supplement(katarakt, approval={"on": date(2023, 1, 1)})

    regional = read("/pages/katarakt", region="14")["approvals"]["regional"]

    assert [item["date"] for item in regional] == ["2022-02-06", "2023-01-01"]


def test_names_are_joined_with_their_links_of_today(katarakt, read):
    body = ApprovingBody.objects.create(name="Nationellt programområde ögonsjukdomar")
    assert read("/pages/katarakt")["approvals"]["national"]["url"] is None

    body.url = "https://example.org/npo"
    body.save()

    assert read("/pages/katarakt")["approvals"]["national"]["url"] == "https://example.org/npo"


def test_a_counterpart_that_is_withdrawn_is_null(katarakt, read):
    other = article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr")
    assert read("/pages/katarakt")["counterpart"]["title"] == "Grå starr"

    other.unpublish()

    assert read("/pages/katarakt")["counterpart"] is None


def test_fields_leave_only_what_was_asked_for(katarakt, read):
    assert read("/pages/katarakt", fields="title,key") == {"key": "katarakt", "title": "Katarakt"}


def test_a_youth_page_tells_whom_it_is_for(read):
    article("syn", kind=Kind.YOUTH_PAGE, title="Syn", age_min=7, age_max=12, reading="with-adult")

    page = read("/pages/syn")

    assert page["ages"] == {"min": 7, "max": 12}
    assert (page["reading"], page["perspective"]) == ("with-adult", "patient")
    assert page["seo"]["json_ld"]["audience"]["suggestedMaxAge"] == 12
