"""The report on retired codes: every one of them, with the articles that one person may be told."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial_workflows.retired_codes import retired_codes
from tests.factories import people
from tests.factories.published import article, draft_article

from .conftest import code
from .naming import coded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
INDEX = "retired_codes:index"


def report(user: Any) -> dict[str, str]:
    """Title → where the code stands; "" for a code that nobody uses."""
    rows = retired_codes(people.again(user))
    assert {row.code.code for row in rows} == {"H26.0"}
    return {row.title: str(row.where) for row in rows}


def test_a_code_that_nobody_uses_is_listed_too() -> None:
    assert report(people.editor()) == {"": ""}


def test_published_drafted_and_both() -> None:
    article("ett", title="Ett", diagnosis_codes=("H26.0",))
    draft_article("tva", title="Två", diagnosis_codes=("H26.0",))
    both = article("tre", title="Tre", diagnosis_codes=("H26.0",))
    both.summary = "Ny sammanfattning."
    both.save_revision()
    coded(article("fyra", title="Fyra"), code("H26.0"))
    coded(article("fem", title="Fem", diagnosis_codes=("H26.0",)), code("H26"))
    article("sex", title="Sex", diagnosis_codes=("H26",))

    assert report(people.editor()) == {
        "Ett": "I det publicerade",
        "Två": "I ett utkast",
        "Tre": "I det publicerade och i ett utkast",
        "Fyra": "I ett utkast",
        "Fem": "I det publicerade",
    }


def test_a_region_is_told_of_what_is_published_alone() -> None:
    page = article("ett", title="Publicerad titel", diagnosis_codes=("H26.0",))
    page.title = "Hemlig titel"
    page.save_revision()
    draft_article("tva", title="Hemligt utkast", diagnosis_codes=("H26.0",))
    coded(article("fyra", title="Publicerad"), code("H26.0"))

    assert report(people.regional_editor()) == {"Publicerad titel": "I det publicerade"}
    assert set(report(people.editor())) == {"Hemlig titel", "Hemligt utkast", "Publicerad"}


def test_every_language_of_an_article() -> None:
    article("starr", title="Starr", diagnosis_codes=("H26.0",))
    article("starr", title="Cataract", language="en", diagnosis_codes=("H26.0",))
    rows = retired_codes(people.editor())
    assert {(row.key, row.language) for row in rows} == {("starr", "sv"), ("starr", "en")}


def test_the_screen_names_code_article_and_links_to_both(editor: Client) -> None:
    page = article("ett", title="Ett <b>", diagnosis_codes=("H26.0",))
    html = editor.get(reverse(INDEX)).content.decode()
    for words in (
        "Utgångna diagnoskoder",
        "H26.0 Starr hos barn och unga",
        "Ett &lt;b&gt;",
        reverse("diagnosis_codes:inspect", args=[code("H26.0").pk]),
        reverse("approvals:read", args=[page.pk]),
        "2025",
    ):
        assert words in html


@pytest.mark.parametrize(("used", "titles"), [("yes", ["Ett"]), ("no", [""]), ("", ["Ett", ""])])
def test_only_those_in_use_or_not(editor: Client, used: str, titles: list[str]) -> None:
    from content_models.taxonomies.diagnosis_import import load_codes, read_codes

    load_codes(read_codes(["J45\tAstma"]), edition="2025")
    load_codes(read_codes(["H25\tÅldersstarr"]), edition="2027")
    article("ett", title="Ett", diagnosis_codes=("H26.0",))
    answer = editor.get(reverse(INDEX), {"used": used})
    shown = [row.title for row in answer.context["object_list"]]
    assert set(shown) == set(titles)


def test_an_unknown_filter_is_told(editor: Client) -> None:
    answer = editor.get(reverse(INDEX), {"used": "kanske"})
    assert answer.status_code == 200


@pytest.mark.parametrize("maker", [people.editor, people.regional_editor])
def test_as_a_table(maker: Any) -> None:
    draft_article("tva", title="=1+1", diagnosis_codes=("H26.0",))
    client = people.client_of(maker())
    answer: Any = client.get(reverse(INDEX), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0][:4] == ["Diagnoskod", "Kodens titel", "Sista kodutgåva", "Artikel på koden"]
    assert rows[1][:3] == ["H26.0", "Starr hos barn och unga", "2025"]
    told = maker is people.editor
    assert rows[1][4:] == (["tva", "sv", "I ett utkast"] if told else ["", "", ""])


def test_as_a_workbook(editor: Client) -> None:
    article("ett", title="Ett", diagnosis_codes=("H26.0",))
    answer = editor.get(reverse(INDEX), {"export": "xlsx"})
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_it_stands_in_the_menu_of_reports(editor: Client) -> None:
    assert reverse(INDEX) in editor.get(reverse(INDEX)).content.decode()
