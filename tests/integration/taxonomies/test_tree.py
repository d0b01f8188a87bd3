"""The tree of codes in the admin: looked at, found in, never written in."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from content_models.models import DiagnosisCode
from tests.factories import people

from .conftest import code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def listed(client: Client, **asked: str) -> list[str]:
    answer = client.get(reverse("diagnosis_codes:index"), asked)
    assert answer.status_code == 200
    return [node.code for node in answer.context["object_list"]]


def test_the_tree_in_its_order(editor: Client) -> None:
    assert listed(editor) == [
        *("H00-H59", "H25-H28", "H25", "H25.1", "H26", "H26.0", "H28", "H28.0"),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "H25"}, ["H25-H28", "H25", "H25.1"]),
        ({"q": "h251"}, ["H25.1"]),
        ({"q": "kärna"}, ["H25.1"]),
        ({"q": "KÄRNA"}, ["H25.1"]),
        ({"q": "karna"}, []),
        ({"retired": "True"}, ["H26.0"]),
        ({"retired": "False", "q": "h26"}, ["H26"]),
        ({"edition": "2025"}, ["H26.0"]),
        ({"q": "%"}, []),
        ({"q": "_"}, []),
    ],
)
def test_found_and_filtered(editor: Client, asked: dict[str, str], found: list[str]) -> None:
    assert listed(editor, **asked) == found


def test_one_chapter(editor: Client) -> None:
    from content_models.taxonomies.diagnosis_import import load_codes, read_codes

    load_codes(read_codes(["J00-J99\tAndningsorganen", "J45\tAstma"]))
    assert listed(editor, chapter=str(code("J00-J99").pk)) == ["J00-J99", "J45"]


def test_a_code_says_what_it_is_and_what_stands_around_it(editor: Client) -> None:
    answer = editor.get(reverse("diagnosis_codes:inspect", args=[code("H25").pk]))
    html = answer.content.decode()
    assert [node.code for node in answer.context["above"]] == ["H00-H59", "H25-H28"]
    assert [node.code for node in answer.context["children"]] == ["H25.1"]
    assert "Kategori" in html
    assert "Utgången kod" not in html


@pytest.mark.parametrize(
    ("name", "level"),
    [("H00-H59", "Kapitel"), ("H25-H28", "Avsnitt"), ("H25", "Kategori"), ("H25.1", "Kod")],
)
def test_the_four_levels(editor: Client, name: str, level: str) -> None:
    html = editor.get(reverse("diagnosis_codes:inspect", args=[code(name).pk])).content.decode()
    assert f"<dd>{level}</dd>" in html


def test_a_retired_code_is_kept_and_marked(editor: Client) -> None:
    one = editor.get(reverse("diagnosis_codes:inspect", args=[code("H26.0").pk])).content.decode()
    several = editor.get(reverse("diagnosis_codes:index")).content.decode()
    assert "Utgången kod" in one
    assert several.count("Utgången kod") == 1


def test_nobody_writes_in_the_tree() -> None:
    root = people.person("root")
    root.is_superuser = True
    root.save()
    html = people.client_of(root).get(reverse("diagnosis_codes:index")).content.decode()
    assert "/admin/diagnosis_codes/new/" not in html
    for name in ("add", "edit", "copy"):
        with pytest.raises(NoReverseMatch):
            reverse(f"diagnosis_codes:{name}", args=[] if name == "add" else [1])


def test_only_who_may_delete_is_offered_to(editor: Client, administrator: Client) -> None:
    address = reverse("diagnosis_codes:inspect", args=[code("H25").pk])
    deletion = reverse("diagnosis_codes:delete", args=[code("H25").pk])
    assert deletion in administrator.get(address).content.decode()
    assert deletion not in editor.get(address).content.decode()


def test_as_a_table(editor: Client) -> None:
    answer: Any = editor.get(reverse("diagnosis_codes:index"), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 1 + DiagnosisCode.objects.count()
    assert rows[-1][:3] == ["H28.0", "*", "Starr vid diabetes"]


def test_the_menu_is_in_swedish_for_everyone_in_the_admin(editor: Client) -> None:
    html = editor.get(reverse("diagnosis_codes:index")).content.decode()
    for words in ("Register", "Diagnoskoder", "Programområden", "Godkännande instanser"):
        assert json.dumps(words)[1:-1] in html


def test_an_address_of_no_code_is_not_found(administrator: Client) -> None:
    for name in ("inspect", "delete"):
        assert administrator.get(f"/admin/diagnosis_codes/{name}/999999/").status_code == 404
