"""Regions, programme areas, diagnosis codes."""

from __future__ import annotations

import pytest

from content_models.models import ProgrammeArea
from content_models.vocabulary import Kind
from region_overlays.models import Region
from tests.factories.published import article, codes

pytestmark = pytest.mark.django_db


def test_the_21_regions(read):
    answer = read("/regions")

    assert len(answer["items"]) == 21
    assert answer["next"] is None
    assert answer["items"][11] == {
        "code": "14",
        "slug": "vastra-gotaland",
        "name": "Västra Götalandsregionen",
        "short_name": "Västra Götaland",
        "url": None,
        "contact": None,
        "logo": None,
        "quick_links": [],
        "languages": ["sv", "en", "fi", "se", "sv-x-lattlast"],
        "kinds": ["knowledge-support", "citizen-article", "youth-page"],
        "approving_bodies": [],
    }


def test_a_region_renamed_is_seen_at_once(read):
    read("/regions")
    region = Region.objects.get(code="01")
    region.url = "https://example.org"
    region.save()

    assert read("/regions")["items"][0]["url"] == "https://example.org"


def test_programme_areas_are_in_swedish_order(read):
    ProgrammeArea.objects.all().delete()
    for name in ("Ögonsjukdomar", "Astma", "Zoonoser", "Äldre"):
        ProgrammeArea.objects.create(name=name)

    names = [item["name"] for item in read("/programme-areas")["items"]]

    assert names == ["Astma", "Zoonoser", "Äldre", "Ögonsjukdomar"]


def test_the_26_national_programme_areas_are_there_from_the_start(read):
    items = read("/programme-areas")["items"]

    assert len(items) == 26
    assert items[0]["name"] == "Akut vård"
    assert items[-1]["name"] == "Öron-, näs- och halssjukdomar"


@pytest.fixture
def tree():
    codes("H25-H28\tLinsen", "H25\tÅldersstarr", "H25.1\tKärnstarr", "H28.0*\tDiabetesstarr")


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("", ["H25", "H25-H28", "H25.1", "H28", "H28.0"]),
        ("h25", ["H25", "H25-H28", "H25.1"]),
        ("H251", ["H25.1"]),
        ("ÅLDERS", ["H25"]),
        ("starr h28", ["H28.0"]),
        ("%", []),
        ("saknas", []),
    ],
)
def test_codes_are_found_by_code_and_by_words(tree, read, q, found):
    assert [item["code"] for item in read("/diagnoses", q=q)["items"]] == found


def test_codes_a_page_at_a_time(tree, read):
    first = read("/diagnoses", limit=2)
    rest = read("/diagnoses", limit=100, cursor=first["next"])

    assert first["items"] + rest["items"] == read("/diagnoses")["items"]
    assert rest["next"] is None


@pytest.mark.parametrize("form", ["H25.1", "h251", "H251"])
def test_a_code_has_its_place_and_its_articles(tree, read, form):
    article("starr", kind=Kind.CITIZEN_ARTICLE, title="Starr", diagnosis_codes=("H25.1",))

    assert read(f"/diagnoses/{form}") == {
        "code": "H25.1",
        "title": "Kärnstarr",
        "marker": None,
        "retired": False,
        "ancestors": [
            {"code": "H25-H28", "title": "Linsen"},
            {"code": "H25", "title": "Åldersstarr"},
        ],
        "children": [],
        "articles": [
            {
                "key": "starr",
                "kind": "citizen-article",
                "audience": "citizen",
                "language": "sv",
                "title": "Starr",
                "path": "/rad-om-vard/starr/",
            }
        ],
    }


def test_a_code_has_the_articles_beneath_it_in_the_language_asked_for(tree, read):
    article(diagnosis_codes=("H25.1",))
    article(language="en", title="Cataract", diagnosis_codes=("H25.1",))

    detail = read("/diagnoses/H25", language="en")

    assert detail["children"] == [{"code": "H25.1", "title": "Kärnstarr"}]
    assert [item["title"] for item in detail["articles"]] == ["Cataract"]


def test_a_manifestation_is_marked(tree, read):
    assert read("/diagnoses/H28.0*")["marker"] == "*"
