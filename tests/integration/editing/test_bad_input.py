"""What does not fit is told next to its field, in words that say what does, and stays typed."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from wagtail.models import Revision

from content_models.models import ARTICLE_MODELS, DiagnosisCode
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from tests.factories.editor_form import edit_address, new_form, whole_form
from tests.factories.published import article as published_article
from tests.factories.published import codes, draft_article, draft_supplement, reference
from tests.factories.reviewing import latest

SCRIPT = "<script>alert(1)</script>"
EMOJI_AND_RTL = "Öga 👁 عين עין"
RLO, NUL = "\u202e", "\x00"
KINDS = [model.kind for model in ARTICLE_MODELS]


def saved(client: Client, page: Any, form: QueryDict, **fields: Any) -> Any:
    for name, value in fields.items():
        form[name] = value
    return client.post(edit_address(page), form)


def errors(response: Any) -> dict[str, list[str]]:
    assert response.status_code == 200
    found: dict[str, list[str]] = response.context["form"].errors
    return found


def kept(response: Any, typed: str) -> bool:
    page = response.content.decode()
    return html.escape(typed) in page or json.dumps(typed)[1:-1] in html.unescape(page)


@pytest.fixture
def counted() -> Any:
    def count() -> int:
        return Revision.objects.count()

    return count


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("title", "å" * 256, "255"),
        ("summary", "å" * 2001, "2000"),
        ("summary", f"Ta {RLO}10 mg", "U+202E"),
        ("summary", f"Ord{NUL}", "Null-tecken"),
        ("slug", "två ord", "bindestreck"),
    ],
    ids=["long title", "long summary", "override", "nul", "slug"],
)
def test_a_field_that_does_not_fit(
    national: Client, kind: Kind, field: str, typed: str, says: str, counted: Any
) -> None:
    page = draft_article(kind=kind, sections=[])
    before = counted()
    response = saved(national, page, whole_form(national, page), **{field: typed})
    assert says in str(errors(response)[field])
    assert kept(response, typed)
    assert counted() == before


@pytest.mark.parametrize("kind", KINDS)
def test_script_emoji_and_right_to_left_are_words(national: Client, kind: Kind) -> None:
    page = draft_article(kind=kind, sections=[])
    typed = f"{SCRIPT} {EMOJI_AND_RTL}"
    response = saved(national, page, whole_form(national, page), title=typed, summary=typed)
    assert response.status_code == 302
    draft = latest(page).get_latest_revision_as_object()
    assert (draft.title, draft.summary) == (typed, typed)
    shown = national.get(edit_address(page)).content.decode()
    assert html.escape(SCRIPT) in shown
    assert SCRIPT not in shown


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"text": f"10{RLO}mg"}, "U+202E"),
        ({"text": f"10{NUL}mg"}, "Null-tecken"),
    ],
)
def test_running_text_that_nobody_sees(
    national: Client, typed: dict[str, str], says: str, counted: Any
) -> None:
    page = draft_article()
    form, before = whole_form(national, page), counted()
    name = "sections-0-value-blocks-0-value-html"
    content = json.loads(form[name])
    content["blocks"][0] |= typed
    response = saved(national, page, form, **{name: json.dumps(content)})
    assert errors(response)["sections"]
    assert says in response.content.decode()
    assert "mg" in response.content.decode()
    assert counted() == before


def test_script_in_running_text_is_text(national: Client) -> None:
    page = draft_article()
    form = whole_form(national, page)
    name = "sections-0-value-blocks-0-value-html"
    content = json.loads(form[name])
    content["blocks"][0]["text"] = SCRIPT
    assert saved(national, page, form, **{name: json.dumps(content)}).status_code == 302
    [block] = latest(page).get_latest_revision_as_object().document().sections[0].blocks
    assert "<script" not in block.html
    assert "&lt;script&gt;" in block.html


def test_ages_upside_down(national: Client) -> None:
    page = draft_article(kind=Kind.YOUTH_PAGE)
    response = saved(national, page, whole_form(national, page), age_min="9", age_max="7")
    assert "äldsta" in str(errors(response)["age_max"])
    assert response.context["form"]["age_min"].value() == "9"


@pytest.mark.parametrize("age", ["-1", "26", "nio", "1" * 40])
def test_an_age_that_no_reader_has(national: Client, age: str) -> None:
    page = draft_article(kind=Kind.YOUTH_PAGE)
    response = saved(national, page, whole_form(national, page), age_max=age)
    assert errors(response)["age_max"]
    assert response.context["form"]["age_max"].value() == age


@pytest.mark.parametrize(
    ("kind", "other", "fits"),
    [
        (Kind.KNOWLEDGE_SUPPORT, Kind.KNOWLEDGE_SUPPORT, False),
        (Kind.KNOWLEDGE_SUPPORT, Kind.CITIZEN_ARTICLE, True),
        (Kind.KNOWLEDGE_SUPPORT, Kind.YOUTH_PAGE, True),
        (Kind.CITIZEN_ARTICLE, Kind.YOUTH_PAGE, False),
        (Kind.CITIZEN_ARTICLE, Kind.NEWS, True),
    ],
)
def test_a_counterpart_is_for_the_other_audience(
    national: Client, kind: Kind, other: Kind, fits: bool
) -> None:
    published_article("annan", kind=other, sections=[])
    page = draft_article(kind=kind)
    response = saved(national, page, whole_form(national, page), counterpart_key="annan")
    if fits:
        assert response.status_code == 302
        return
    assert "andra målgruppen" in str(errors(response)["counterpart_key"])
    assert kept(response, "annan")


def with_codes(form: QueryDict, *names: str) -> QueryDict:
    form["article_codes-TOTAL_FORMS"] = str(len(names))
    for place, name in enumerate(names):
        form[f"article_codes-{place}-code"] = str(DiagnosisCode.objects.get(code=name).pk)
        form[f"article_codes-{place}-ORDER"] = str(place + 1)
        form[f"article_codes-{place}-DELETE"] = form[f"article_codes-{place}-id"] = ""
    return form


@pytest.mark.parametrize(
    ("names", "says"), [(["H25", "H25"], "två gånger"), (["H28.0"], "asterisk")]
)
def test_codes_that_do_not_go_together(national: Client, names: list[str], says: str) -> None:
    codes("H25\tÅldersstarr", "H28.0*\tDiabetesstarr")
    page = draft_article()
    response = saved(national, page, with_codes(whole_form(national, page), *names))
    assert response.status_code == 200
    rows = response.context["form"].formsets["article_codes"].forms
    assert says in str(rows[-1].errors["code"])
    assert says in response.content.decode()
    assert not latest(page).get_latest_revision_as_object().article_codes.exists()


def test_a_retired_code_is_kept_and_not_chosen(national: Client) -> None:
    codes("H25\tÅldersstarr", "H26\tAnnan starr")
    page = draft_article(diagnosis_codes=("H25",))
    DiagnosisCode.objects.update(retired=True)
    response = saved(national, page, whole_form(national, page), summary="Ny.")
    assert response.status_code == 302
    other = draft_article("glaukom")
    response = saved(national, other, with_codes(whole_form(national, other), "H26"))
    [row] = response.context["form"].formsets["article_codes"].forms
    assert "utgången" in str(row.errors["code"])


def test_an_asterisk_beside_its_condition(national: Client) -> None:
    codes("H25\tÅldersstarr", "H28.0*\tDiabetesstarr")
    page = draft_article()
    form = with_codes(whole_form(national, page), "H28.0", "H25")
    assert saved(national, page, form).status_code == 302
    assert latest(page).get_latest_revision_as_object().article_codes.count() == 2


def test_a_citation_without_its_source(national: Client) -> None:
    page = draft_article(references=[reference("a")])
    form = whole_form(national, page)
    name = "sections-0-value-blocks-0-value-html"
    content = json.loads(form[name])
    content["blocks"][0]["text"] = "Se [^b]."
    response = saved(national, page, form, **{name: json.dumps(content)})
    assert "[^b]" in str(errors(response)["references"])


def test_a_start_page_that_there_is_already(national: Client) -> None:
    draft_article("start", kind=Kind.START_PAGE, sections=[])
    form = new_form(national, type(draft_article("x", kind=Kind.NEWS)), folder_for(Kind.NEWS, "sv"))
    assert form["audience"] == "staff"
    other = draft_article("annan", kind=Kind.START_PAGE, audience="citizen", sections=[])
    response = saved(national, other, whole_form(national, other), audience="staff")
    assert "Katarakt" in str(errors(response)["audience"])


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        ("2026-11-02 12:00", "2026-11-02 12:00", "show_until"),
        ("2026-03-29 02:30", "", "show_from"),
        ("", "2026-10-25 02:30", "show_until"),
        ("i morgon", "", "show_from"),
        ("0001-01-01 00:00", "", "show_from"),
    ],
    ids=["no time", "skipped hour", "hour that comes twice", "words", "no year"],
)
def test_news_at_no_time(national: Client, begins: str, ends: str, field: str) -> None:
    page = draft_article(kind=Kind.NEWS, sections=[])
    form = whole_form(national, page)
    response = saved(national, page, form, show_from=begins, show_until=ends)
    assert errors(response)[field]
    assert kept(response, begins or ends)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("title", "å" * 256, "255"),
        ("title", f"Ta {RLO}10 mg", "U+202E"),
        ("valid_until", "i morgon", "datum"),
        ("valid_until", "2026-02-30", "datum"),
        ("review_by", "31/12", "datum"),
    ],
)
def test_a_supplement_that_does_not_fit(
    regional: Client, field: str, typed: str, says: str
) -> None:
    page = draft_supplement(published_article(), "14", id="utredning")
    response = saved(regional, page, whole_form(regional, page), **{field: typed})
    assert says in str(errors(response)[field])
    assert kept(response, typed)
