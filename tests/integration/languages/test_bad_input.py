"""What does not fit is told beside its text; nothing that was typed is lost, by one or by two."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from editorial_workflows.translating import keeping, writing
from tests.factories import people
from tests.integration.languages.translators import (
    begin,
    edit,
    english,
    fields,
    name_of,
    save,
    shown,
)
from tests.integration.ledger.state import nothing_published

pytestmark = pytest.mark.django_db
LINK = 'Läs <a id="a1">mer här</a>.[^a]'
RLO, NUL = "\u202e", "\x00"
ARABIC = "إعتام عدسة العين 👁"


@pytest.fixture
def draft(client: Client, source: Any) -> Any:
    return begin(client, source, "en")


@pytest.mark.parametrize(
    ("place", "written", "says"),
    [
        ("Katarakt", "x" * 256, "256 tecken"),
        ("Katarakt", f"Cata{NUL}ract", "inte syns"),
        ("Katarakt", f"Cata{RLO}ract", "inte syns"),
        ("Blunda.", "<script>alert(1)</script>", "<script> får inte användas"),
        ("Blunda.", "x" * 20_001, "Högst 20000"),
        ("Blunda.", '<b onclick="alert(1)">Close</b>', "bara ha det som den har i källan"),
        (LINK, "Read more.[^a]", "Behåll varje länk"),
        (LINK, 'Read <a id="a1">more</a>.', "[^a]"),
        (LINK, 'Read <a id="a1">more</a>.[^a][^x]', "[^a]"),
        (LINK, '<a id="a1" href="javascript:alert(1)">More</a>.[^a]', "källan"),
    ],
)
def test_it_is_told_beside_its_text_and_the_rest_is_saved(
    client: Client, draft: Any, place: str, written: str, says: str
) -> None:
    name = name_of(shown(client, draft), place)

    answer = save(client, draft, **{name: written})

    form = answer.context["form"]
    assert list(form.errors) == [name]
    assert says in form.errors[name]
    body = answer.content.decode()
    assert escape(form.errors[name]) in body
    assert f">{escape(written)}</textarea>" in body
    words = {text.source: text.words for text in form.texts}
    assert words[place] == ""
    assert words["Ett"] == "EN Ett"


def test_other_alphabets_are_texts_like_others(client: Client, draft: Any) -> None:
    name = name_of(shown(client, draft), "Katarakt")
    assert save(client, draft, **{name: ARABIC}).status_code == 302
    assert {text.source: text.words for text in shown(client, draft).texts}["Katarakt"] == ARABIC


def test_what_is_no_markup_is_text(client: Client, draft: Any) -> None:
    """In a title everything is, in a paragraph what is no tag."""
    form = shown(client, draft)
    title, paragraph = name_of(form, "Katarakt"), name_of(form, "Blunda.")
    written = {title: "<script>alert(1)</script>", paragraph: "At <5 mg & R&D > 2"}
    assert save(client, draft, **written).status_code == 302

    body = client.get(edit(draft)).content.decode()

    assert "<script>alert(1)" not in body
    words = {text.source: text.words for text in shown(client, draft).texts}
    assert words["Katarakt"] == written[title]
    assert words["Blunda."] == written[paragraph]


def test_two_at_once_in_the_same_text_are_both_told(client: Client, draft: Any) -> None:
    other = people.client_of(people.editor("olle"))
    form = shown(client, draft)
    text = next(one for one in form.texts if one.source == "Alfa")
    address = reverse("translating:keep_text", args=[draft.pk, text.id])
    was = next(one.version for group in form.groups for one in group.texts if one.text is text)
    assert other.post(address, {"text": "Alpha by Olle", "was": was}).status_code == 200

    late = client.post(address, {"text": "Alpha by Anna", "was": was})

    assert late.status_code == 409
    assert "Olle har skrivit här under tiden: ”Alpha by Olle”" in late.json()["error"]
    answer = client.post(edit(draft), fields(form, english) | {"action": "save"})
    assert list(answer.context["form"].errors) == [f"text-{text.id}"]
    assert ">EN Alfa</textarea>" in answer.content.decode()
    again = fields(answer.context["form"], english) | {f"text-{text.id}": "Alpha by both"}
    assert client.post(edit(draft), again | {"action": "save"}).status_code == 302
    words = {one.source: one.words for one in shown(client, draft).texts}
    assert words["Alfa"] == "Alpha by both"


def test_what_one_left_alone_is_not_set_back_to_what_it_was(client: Client, draft: Any) -> None:
    save(client, draft)
    old = fields(shown(client, draft), english)
    other = people.client_of(people.editor("olle"))
    name = name_of(shown(client, draft), "Alfa")
    save(other, draft, **{name: "Alpha by Olle"})

    assert client.post(edit(draft), old | {"action": "save"}).status_code == 302

    words = {one.source: one.words for one in shown(client, draft).texts}
    assert words["Alfa"] == "Alpha by Olle"


def test_a_text_is_read_and_written_in_one_turn(
    client: Client, draft: Any, monkeypatch: Any, django_assert_num_queries: Any
) -> None:
    """The words that a version was compared with are those that are written over."""
    order: list[str] = []
    turn, put = writing.in_turn, writing.put

    def noted(translation: Any) -> Any:
        order.append("turn")
        return turn(translation)

    def putting(*args: Any, **kwargs: Any) -> Any:
        order.append("put")
        return put(*args, **kwargs)

    monkeypatch.setattr(keeping.writing, "in_turn", noted)
    monkeypatch.setattr(writing, "put", putting)
    text = shown(client, draft).texts[0]
    client.post(
        reverse("translating:keep_text", args=[draft.pk, text.id]), {"text": "x", "was": ""}
    )
    assert order == ["turn", "put"]


def test_a_picture_that_has_gone_or_a_made_up_field_breaks_nothing(
    client: Client, draft: Any
) -> None:
    data = {"translation-form": "1", "text-999999": "", "text-x": "y", "other-0": "z", "was-1": NUL}
    with nothing_published():
        assert client.post(edit(draft), data).status_code == 302
        assert client.post(edit(draft), data | {"text-999999": "lost?"}).status_code == 200
