"""The chooser of codes in the article's form."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content_models.models import DiagnosisCode
from content_models.taxonomies.choosing import CodeChooser
from content_models.taxonomies.diagnosis_import import load_codes, read_codes
from tests.factories.published import codes, draft_article

from .conftest import code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
RESULTS = "diagnosis_code_chooser:choose_results"


def found(client: Client, text: str, **more: str) -> list[str]:
    answer = client.get(reverse(RESULTS), {"q": text, **more})
    assert answer.status_code == 200
    return [node.code for node in answer.context["results"]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("H25", ["H25-H28", "H25", "H25.1"]),
        ("h25.1", ["H25.1"]),
        ("h251", ["H25.1"]),
        (" H25.1 ", ["H25.1"]),
        ("H28.0*", ["H28.0"]),
        ("h25–h28", ["H25-H28"]),
        ("H25-H28", ["H25-H28"]),
        ("åldersst", ["H25", "H25.1"]),
        ("ÅLDERSSTARR", ["H25", "H25.1"]),
        ("ögon", ["H00-H59"]),
        ("ogon", []),
        ("starr barn", ["H26.0"]),
        ("barn   starr", ["H26.0"]),
        ("h26 starr", ["H26", "H26.0"]),
        ("starr saknas", []),
        ("diabetes", ["H28.0"]),
        ("<script>", []),
        ("💉", []),
        ("\u202e25H", []),
        ("%", []),
        ("H25'; --", []),
    ],
)
def test_found_by_code_or_word(editor: Client, text: str, names: list[str]) -> None:
    assert found(editor, text) == names


def test_a_whole_modal_and_its_results(editor: Client) -> None:
    answer = editor.get(reverse("diagnosis_code_chooser:choose"))
    html = answer.json()["html"]
    assert "Kod eller ord" in html
    assert "H25 Åldersstarr" in html
    assert "H25-H28 Sjukdomar i linsen" in html


def test_a_retired_code_is_shown_marked_and_not_to_be_chosen(editor: Client) -> None:
    html = editor.get(reverse(RESULTS), {"q": "h260"}).content.decode()
    retired, valid = code("H26.0"), code("H26")
    chosen = "diagnosis_code_chooser:chosen"
    assert "H26.0 Starr hos barn och unga" in html
    assert "Utgången kod" in html
    assert reverse(chosen, args=[retired.pk]) not in html
    assert editor.get(reverse(chosen, args=[retired.pk])).status_code == 404
    assert editor.get(reverse(chosen, args=[valid.pk])).json()["result"]["title"] == str(valid)
    several = "diagnosis_code_chooser:chosen_multiple"
    answer = editor.get(reverse(several), {"id": [retired.pk, valid.pk]})
    assert [one["id"] for one in answer.json()["result"]] == [str(valid.pk)]


@pytest.mark.parametrize("pk", ["x", "0", "-1", "9" * 40, "1;2", "١"])
def test_what_is_no_codes_number(editor: Client, pk: str) -> None:
    assert editor.get(f"/admin/diagnosis_code_chooser/chosen/{pk}/").status_code == 404
    answer = editor.get(reverse("diagnosis_code_chooser:chosen_multiple"), {"id": pk})
    assert answer.json()["result"] == []


@pytest.mark.parametrize("text", ["x" * 101, "H25\x00"])
def test_awkward_words_find_nothing_and_break_nothing(editor: Client, text: str) -> None:
    assert found(editor, text) == []


def test_a_page_at_a_time(editor: Client) -> None:
    load_codes(read_codes([f"J{number:02}\tSjukdom {number}" for number in range(60)]))
    pages = [found(editor, "sjukdom", p=str(number)) for number in (1, 2)]
    every = found(editor, "sjukdom")
    assert pages[0] == every
    assert pages[0][0] == "H00-H59"
    assert not set(pages[0]) & set(pages[1])
    assert pages[1][0].startswith("J")


def test_in_the_form_a_retired_code_that_an_article_has_says_so(editor: Client) -> None:
    page = draft_article(diagnosis_codes=("H26.0",))
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "H26.0 Starr hos barn och unga (utgången)" in html
    assert "Välj en kod" in html


@pytest.mark.parametrize("value", ["x", "", None, "9" * 40, "-1"])
def test_a_field_with_nonsense_shows_an_empty_chooser(value: Any) -> None:
    assert CodeChooser().get_instance(value) is None


def test_a_field_shows_the_code_of_a_number() -> None:
    node = code("H25")
    assert CodeChooser().get_instance(str(node.pk)) == node
    assert CodeChooser().get_instance(node) == node


def test_codes_with_letters_at_the_end(editor: Client) -> None:
    codes("S72.00\tSluten fraktur", "M80.0F\tOsteoporos i fot")
    assert found(editor, "m800f") == ["M80.0F"]
    assert found(editor, "S7200") == ["S72.00"]
    assert DiagnosisCode.objects.filter(code="M80.0").exists()
