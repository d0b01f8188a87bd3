"""Languages: fallback, out of date, held back, withdrawn."""

from __future__ import annotations

import pytest

from content_models.vocabulary import Kind
from tests.factories.published import article, revise, section, supplement, text
from tests.integration.api.test_composition import texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def swedish():
    return article(sections=[section("utredning", text("svenska"))])


def english(**fields):
    return article("katarakt", language="en", title="Cataract", **fields)


def test_a_missing_language_falls_back_and_says_so(swedish, read):
    page = read("/pages/katarakt", language="en")

    assert (page["language"], page["served_language"]) == ("en", "sv")
    assert page["languages"] == ["sv"]


def test_a_translation_has_its_own_address_and_folders(swedish, read):
    english()

    page = read("/pages/katarakt", language="en")

    assert page["served_language"] == "en"
    assert page["path"] == "/en/kunskapsstod/katarakt/"
    assert page["breadcrumbs"][0]["path"] == "/en/kunskapsstod/"
    assert read("/pages/by-path", path=page["path"])["title"] == "Cataract"
    assert read("/pages/by-path", path=page["path"], language="sv")["title"] == "Katarakt"


def test_a_translation_is_out_of_date_after_more_than_an_editorial_change(swedish, read):
    english()

    revise(swedish, title="Katarakt!", approval={"change_class": "editorial"})
    assert read("/pages/katarakt", language="en")["out_of_date"] is False

    revise(swedish, title="Katarakt?", approval={"change_class": "substantive"})
    page = read("/pages/katarakt", language="en")
    assert (page["served_language"], page["out_of_date"]) == ("en", True)
    assert read("/pages/katarakt")["out_of_date"] is False


def test_a_translation_older_than_a_safety_change_is_held_back(swedish, read):
    translated = english()
    revise(swedish, title="Ny dos", approval={"change_class": "safety"})

    page = read("/pages/katarakt", language="en")
    assert (page["served_language"], page["title"]) == ("sv", "Ny dos")
    assert page["withheld"] == [{"region": None, "section": None, "reason": "translation-outdated"}]

    revise(translated, title="New dose")
    page = read("/pages/katarakt", language="en")
    assert (page["title"], page["withheld"]) == ("New dose", [])


def test_a_withdrawn_translation_falls_back(swedish, read):
    english().unpublish()

    assert read("/pages/katarakt", language="en")["served_language"] == "sv"


def test_410_when_every_language_is_withdrawn(swedish, get):
    english().unpublish()
    swedish.unpublish()

    response = get("/pages/katarakt", language="en")

    assert response.status_code == 410
    assert response["Surrogate-Key"] == "article-katarakt"
    assert "s-maxage=10" in response["Cache-Control"]
    assert get("/pages/by-path", path="/kunskapsstod/katarakt/").status_code == 410


def test_404_in_a_language_never_published_that_falls_back_to_nothing(get):
    english()

    assert get("/pages/katarakt").status_code == 404
    assert get("/pages/katarakt", language="en").status_code == 200


def test_what_is_withdrawn_and_published_again_is_back(swedish, get, read):
    swedish.unpublish()
    assert get("/pages/katarakt").status_code == 410

    revise(swedish, title="Katarakt igen")

    assert read("/pages/katarakt")["title"] == "Katarakt igen"


def test_a_supplement_falls_back_on_its_own_and_names_its_language(swedish, read):
    english(sections=[section("utredning", text("english"))])
    supplement(swedish, id="bara-svenska", blocks=[text("tillägg")])
    both = supplement(swedish, id="bada", blocks=[text("på svenska")])
    supplement(both_in_english(swedish), id="bada", language="en", blocks=[text("in English")])
    assert both.supplement_id == "bada"

    page = read("/pages/katarakt", language="en", region="14")

    shown = {b["id"]: b["language"] for b in page["sections"][0]["blocks"][1:]}
    assert shown == {"bara-svenska": "sv", "bada": "en"}
    assert texts(page)[0] == "english"
    assert {"14: tillägg", "14: in English"} == set(texts(page)[1:])


def both_in_english(swedish):
    """The English article: what an English supplement is written for."""
    return swedish.get_translation(english_locale())


def english_locale():
    from content_models.languages import locale_of

    return locale_of("en")


def test_a_counterpart_is_named_in_the_language_served(read):
    article(counterpart_key="gra-starr")
    english(counterpart_key="gra-starr")
    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr")

    assert read("/pages/katarakt", language="en")["counterpart"]["title"] == "Grå starr"

    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Cataracts", language="en")

    assert read("/pages/katarakt", language="en")["counterpart"]["title"] == "Cataracts"
    assert read("/pages/katarakt")["counterpart"]["title"] == "Grå starr"
