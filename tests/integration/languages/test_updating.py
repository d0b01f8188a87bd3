"""After a change of the source: what is kept, what is marked, and who is told what."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content_models.vocabulary import ChangeClass
from editorial_workflows.authors import authors_of
from tests.factories import people
from tests.factories.published import section, text
from tests.factories.reviewing import changed, latest, published_nationally
from tests.integration.languages.translators import (
    begin,
    edit,
    publish_nationally,
    save,
    shown,
    translated,
)
from tests.integration.ledger.state import nothing_published

pytestmark = pytest.mark.django_db
KEPT = text("Oförändrat stycke.", id="11111111-1111-1111-1111-111111111111")
REWORDED = "22222222-2222-2222-2222-222222222222"
BEHIND = "Källan har ändrats sedan texterna nedan hämtades"
OUT_OF_DATE = "Läsarna får veta det"
HELD_BACK = "Läsarna får källan"


def sections(*blocks: Any) -> Any:
    one = section("utredning", *blocks, title="Utredning")
    return [{**one, "id": "99999999-9999-9999-9999-999999999999"}]


def before() -> Any:
    return sections(KEPT, text("Ta 5 mg en gång om dagen.", id=REWORDED))


def after() -> Any:
    new = text("Helt nytt.", id="33333333-3333-3333-3333-333333333333")
    return sections(new, KEPT, text("Ta 10 mg en gång om dagen.", id=REWORDED))


@pytest.fixture
def source() -> Any:
    return published_nationally(sections=before())


@pytest.fixture
def english(client: Client, source: Any, anna: Any) -> Any:
    return publish_nationally(translated(client, begin(client, source, "en")), anna)


def revise(source: Any, change_class: ChangeClass = ChangeClass.SUBSTANTIVE) -> None:
    writer = people.editor("skribent")
    publish_nationally(changed(source, writer, sections=after()), writer, change_class)


def banners(client: Client, page: Any) -> str:
    body: str = client.get(edit(page)).content.decode()
    return body


def update(client: Client, page: Any) -> None:
    answer = client.post(reverse("translating:update", args=[page.pk]))
    assert answer.url == edit(page)


def test_what_is_unchanged_keeps_its_translation_and_what_changed_is_missing(
    client: Client, source: Any, english: Any
) -> None:
    revise(source)
    with nothing_published():
        update(client, english)

    texts = {one.source: one for one in shown(client, english).texts}
    assert texts["Oförändrat stycke."].words == "EN Oförändrat stycke."
    assert not texts["Oförändrat stycke."].is_missing
    assert texts["Helt nytt."].is_missing
    assert texts["Helt nytt."].earlier is None
    reworded = texts["Ta 10 mg en gång om dagen."]
    assert reworded.is_missing
    assert reworded.earlier.source == "Ta 5 mg en gång om dagen."
    assert reworded.earlier.text == "EN Ta 5 mg en gång om dagen."
    assert "Ta 5 mg en gång om dagen." not in texts


def test_the_editor_is_told_and_so_are_readers(
    client: Client, source: Any, english: Any, anna: Any, read: Any
) -> None:
    assert not any(words in banners(client, english) for words in (BEHIND, OUT_OF_DATE, HELD_BACK))
    revise(source)

    assert BEHIND in banners(client, english)
    assert OUT_OF_DATE in banners(client, english)
    assert read("/pages/katarakt", language="en")["out_of_date"] is True
    assert read("/pages/katarakt")["out_of_date"] is False
    update(client, english)
    assert BEHIND not in banners(client, english)
    assert OUT_OF_DATE in banners(client, english)
    save(client, english)
    publish_nationally(latest(english), anna)
    assert OUT_OF_DATE not in banners(client, english)
    page = read("/pages/katarakt", language="en")
    assert page["out_of_date"] is False
    assert "EN Helt nytt." in str(page["sections"])


def test_after_an_editorial_change_readers_are_not_told(
    client: Client, source: Any, english: Any, read: Any
) -> None:
    revise(source, ChangeClass.EDITORIAL)

    assert BEHIND in banners(client, english)
    assert OUT_OF_DATE not in banners(client, english)
    assert read("/pages/katarakt", language="en")["out_of_date"] is False


def test_what_changed_is_shown_side_by_side(client: Client, source: Any, english: Any) -> None:
    address = reverse("translating:changes", args=[english.pk])
    assert "inte ändrats" in client.get(address).content.decode()
    revise(source, ChangeClass.SAFETY)

    shown_there = client.get(address).content.decode()

    assert HELD_BACK in shown_there
    assert "Helt nytt." in shown_there
    assert re.search(r"5</del>.*10</ins> mg", shown_there, re.DOTALL)


def test_nothing_is_handed_in_before_it_is_updated(
    client: Client, source: Any, english: Any
) -> None:
    revise(source)

    answer = save(client, english, action="hand-in")

    assert answer.url == edit(english)
    assert "uppdatera texterna först" in client.get(edit(english)).content.decode()


def test_each_language_is_behind_until_its_own_update(client: Client, source: Any) -> None:
    english = translated(client, begin(client, source, "en", "fi"))
    finnish = latest(source).get_translations().get(locale__language_code="fi")
    revise(source)
    update(client, english)

    assert BEHIND not in banners(client, english)
    assert BEHIND in banners(client, finnish)
    update(client, finnish)
    assert BEHIND not in banners(client, finnish)


def test_who_updates_has_a_hand_in_the_draft(client: Client, source: Any, english: Any) -> None:
    revise(source)
    bodil = people.editor("bodil")

    update(people.client_of(bodil), english)

    assert bodil.pk in authors_of(latest(english))


def test_words_for_a_text_that_has_gone_are_shown_and_not_lost(
    client: Client, source: Any, english: Any
) -> None:
    form = shown(client, english)
    gone = next(one for one in form.texts if one.source == "Ta 5 mg en gång om dagen.")
    revise(source)
    update(people.client_of(people.editor("bodil")), english)

    answer = save(client, english, words=lambda _source: "", **{f"text-{gone.id}": "Take <i>5</i>"})

    assert answer.status_code == 200
    body = answer.content.decode()
    assert "Take &lt;i&gt;5&lt;/i&gt;" in body
    assert "står sist" in body


def test_a_text_of_its_own_is_told_but_not_updated(
    client: Client, source: Any, english: Any
) -> None:
    client.post(reverse("translating:apart", args=[english.pk]))
    revise(source)

    body = banners(client, english)

    assert OUT_OF_DATE in body
    assert "egen text" in body
    answer = client.post(reverse("translating:update", args=[english.pk]), follow=True)
    assert "uppdateras inte" in answer.content.decode()
    client.post(reverse("translating:in_step", args=[english.pk]))
    assert BEHIND in banners(client, english)
    words = {one.source: one.words for one in shown(client, english).texts}
    assert words["Oförändrat stycke."] == "EN Oförändrat stycke."
