"""`explain`: for each part of a page, why it is in the answer or is not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from content_models.vocabulary import Kind
from tests.factories.published import article, revise, section, supplement, text

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def katarakt() -> Any:
    return article(
        sections=[
            section("utredning", text("Ett."), text("Två.", care_levels=("specialised",))),
            section("behandling", text("Tre.", care_levels=("specialised",))),
            section("tomt"),
        ]
    )


def explained(read: Any, **query: Any) -> Any:
    return read("/pages/katarakt", explain="true", **query)["explain"]


def reasons(explanation: Any) -> dict[str, str]:
    """Part, without the article's key → why it is shown or not."""
    return {
        one["part"].removeprefix("katarakt/"): one["reason"] for one in explanation["supplements"]
    }


def test_it_is_there_only_if_asked_for(katarakt, read):
    assert "explain" not in read("/pages/katarakt")
    assert "explain" not in read("/pages/katarakt", explain="false")
    assert explained(read) == read("/pages/katarakt", explain="1")["explain"]


def test_it_adds_one_member_and_changes_no_other(katarakt, read):
    supplement(katarakt, after=1)
    plain = read("/pages/katarakt", region="14")

    page = read("/pages/katarakt", region="14", explain="true")

    assert page.pop("explain")["region"] == "14"
    assert page == plain


def test_every_national_block_and_whom_it_is_for(katarakt, read):
    found = explained(read, care_level="primary")

    assert found["care_level"] == "primary"
    assert [(one["id"], one["reason"]) for one in found["sections"]] == [
        ("utredning", "shown"),
        ("behandling", "empty"),
        ("tomt", "empty"),
    ]
    assert [
        (block["type"], block["care_levels"], block["reason"])
        for one in found["sections"]
        for block in one["blocks"]
    ] == [
        ("text", [], "shown"),
        ("text", ["specialised"], "care-level"),
        ("text", ["specialised"], "care-level"),
    ]


def test_a_supplement_of_another_region_or_of_none_asked_for(katarakt, read):
    supplement(katarakt, "14", id="a")
    supplement(katarakt, "12", id="b", approval={"by": "Region Skåne"})

    assert reasons(explained(read)) == {"sv/12/b": "region", "sv/14/a": "region"}
    assert reasons(explained(read, region="skane")) == {"sv/12/b": "shown", "sv/14/a": "region"}


def test_a_supplement_for_another_care_level(katarakt, read):
    supplement(katarakt, after=2, id="as-its-block")
    supplement(katarakt, after=1, id="its-own", care_levels=("specialised",))
    inner = [text("Bara special.", care_levels=("specialised",))]
    supplement(katarakt, after=1, id="nothing-left", blocks=inner)

    found = explained(read, region="14", care_level="primary")

    assert reasons(found) == {
        "sv/14/as-its-block": "care-level",
        "sv/14/its-own": "care-level",
        "sv/14/nothing-left": "empty",
    }
    by_id = {one["id"]: one for one in found["supplements"]}
    assert by_id["as-its-block"]["care_levels"] == ["specialised"]
    assert [one["reason"] for one in by_id["nothing-left"]["blocks"]] == ["care-level"]
    assert set(reasons(explained(read, region="14")).values()) == {"shown"}


def test_what_a_safety_change_holds_back(katarakt, read):
    changed = supplement(katarakt, after=1, id="changed")
    supplement(katarakt, after=2, id="lost")
    first = katarakt.sections.raw_data[0]["value"]["blocks"][0]
    new = {**first, "value": {**first["value"], "html": "<p>Ny dos.</p>"}}
    revise(katarakt, sections=[section("utredning", new)], approval={"change_class": "safety"})

    found = explained(read, region="14")

    assert reasons(found) == {"sv/14/changed": "national-changed", "sv/14/lost": "anchor-lost"}
    [one] = [one for one in found["supplements"] if one["id"] == "changed"]
    assert (one["status"], one["section"], one["after"]) == (
        "national-changed", "utredning", first["id"]
    )  # fmt: skip
    edition = read("/changes")["items"]
    assert one["sequence"] == next(i["sequence"] for i in edition if i["part"] == one["part"])
    assert one["written_for"] == edition[-1]["sequence"]
    changed.unpublish()
    assert reasons(explained(read, region="14"))["sv/14/changed"] == "withdrawn"


def test_a_changed_text_that_holds_nothing_back_is_told_by_the_status(katarakt, read):
    supplement(katarakt, after=1, id="a")
    first = katarakt.sections.raw_data[0]["value"]["blocks"][0]
    revise(
        katarakt,
        sections=[section("utredning", {**first, "value": text("Nytt.")["value"]})],
    )

    [one] = explained(read, region="14")["supplements"]

    assert (one["reason"], one["status"]) == ("shown", "national-changed")


def test_what_has_expired_or_is_withdrawn(katarakt, read):
    supplement(katarakt, id="expired", valid_until=LONG_AGO)
    supplement(katarakt, id="withdrawn").unpublish()

    found = explained(read, region="14")

    assert reasons(found) == {"sv/14/expired": "expired", "sv/14/withdrawn": "withdrawn"}
    expired, withdrawn = found["supplements"]
    assert (expired["status"], expired["valid_until"]) == ("expired", "2020-01-01")
    assert (withdrawn["status"], withdrawn["section"], withdrawn["blocks"]) == (
        "withdrawn", None, []
    )  # fmt: skip
    assert withdrawn["sequence"] == read("/changes")["items"][-1]["sequence"]


def test_another_language_of_it_is_served(katarakt, read):
    supplement(katarakt, id="a")
    supplement(katarakt, id="a", language="en")

    assert reasons(explained(read, region="14")) == {"sv/14/a": "shown", "en/14/a": "language"}
    english = explained(read, region="14", language="en")
    assert reasons(english) == {"en/14/a": "shown", "sv/14/a": "language"}


def test_a_translation_older_than_a_safety_change_of_its_source(katarakt, read):
    source = supplement(katarakt, id="a")
    supplement(katarakt, id="a", language="en")
    revise(source, approval={"change_class": "safety"}, body=[text("Ny regional dos.")])

    page = read("/pages/katarakt", region="14", language="en", explain="true")

    assert reasons(page["explain"]) == {
        "sv/14/a": "shown",
        "en/14/a": "translation-outdated",
    }
    assert page["withheld"] == [
        {"region": "14", "section": "utredning", "reason": "translation-outdated"}
    ]


def test_the_language_asked_for_and_the_one_served(katarakt, read):
    assert explained(read)["language"] == {
        "asked": "sv", "tried": ["sv"], "served": "sv", "reason": "asked"
    }  # fmt: skip
    assert explained(read, language="en")["language"]["reason"] == "fallback"
    article(language="en", title="Cataract")
    assert explained(read, language="en")["language"]["reason"] == "asked"
    revise(katarakt, title="Ny dos", approval={"change_class": "safety"})
    assert explained(read, language="en")["language"] == {
        "asked": "en", "tried": ["en", "sv"], "served": "sv", "reason": "translation-outdated"
    }  # fmt: skip


def test_ages_and_times(katarakt, read):
    article("syn", kind=Kind.YOUTH_PAGE, title="Syn", age_min=7, age_max=12)
    began = timezone.now() - timedelta(days=1)
    article("nytt", kind=Kind.NEWS, title="Nytt", show_from=began)

    syn = read("/pages/syn", explain="true")["explain"]
    news = read("/pages/nytt", explain="true")["explain"]

    assert explained(read)["age"] == {"ages": None, "reason": "not-asked", "in_lists": "never"}
    assert syn["age"] == {
        "ages": {"min": 7, "max": 12}, "reason": "not-asked", "in_lists": "for-its-ages"
    }  # fmt: skip
    assert syn["time"] == {"shown_from": None, "shown_until": None, "reason": "always"}
    assert news["time"]["reason"] == "in-its-time"
    assert news["time"]["shown_from"].startswith(began.date().isoformat())


def test_by_path_with_fields_and_at_a_time(katarakt, read, get):
    one = supplement(katarakt, id="a")
    moment = timezone.now().isoformat()
    one.unpublish()
    path = "/kunskapsstod/katarakt/"

    by_path = read("/pages/by-path", path=path, region="14", explain="true", fields="key")
    then = explained(read, region="14", as_of=moment)

    assert list(by_path) == ["key", "explain"]
    assert reasons(by_path["explain"]) == {"sv/14/a": "withdrawn"}
    assert reasons(then) == {"sv/14/a": "shown"}
    assert then["as_of"] is not None


def test_it_costs_no_query_more(katarakt, get, django_assert_num_queries):
    for region in ("01", "12", "14"):
        supplement(katarakt, region, id="a", approval={"by": region})
    get("/pages/katarakt", region="14")
    with django_assert_num_queries(2):  # where the ledger stands, and every part of the article
        get("/pages/katarakt", region="14", explain="true")


def test_it_takes_no_place_in_memory(katarakt, get, django_assert_num_queries):
    first = get("/pages/katarakt", explain="true")
    with django_assert_num_queries(2):
        again = get("/pages/katarakt", explain="true", headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert first["Surrogate-Key"] == "article-katarakt"


def test_nothing_of_drafts(katarakt, get):
    one = supplement(katarakt, id="a")
    one.title = one.draft_title = "Hemligt"
    one.body = [text("Hemligt.")]
    one.save_revision()

    assert "Hemligt" not in get("/pages/katarakt", region="14", explain="true").content.decode()
