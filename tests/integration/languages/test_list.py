"""The list of translations, the tree's column, and the form: what they show and what they cost."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content_models.setup import folder_for
from content_models.vocabulary import ChangeClass, Kind
from editorial_workflows.translating.standing import Standing
from tests.factories import people
from tests.factories.published import article, draft_article, revise, section, text
from tests.integration.languages.translators import begin, edit

pytestmark = pytest.mark.django_db
LIST = "translating:list"


def standings(client: Client, **query: str) -> dict[str, list[str]]:
    """Title → how its first language stands."""
    rows = client.get(reverse(LIST), query).context["rows"]
    return {row.title: [str(one) for one in row.cells[0].standings] for row in rows}


def in_every_state() -> None:
    draft_article("utkast", title="Utkast")
    for key in ("aktuell", "inaktuell", "stoppad"):
        source = article(key, title=key.capitalize())
        article(key, language="en", title=f"{key} in English")
        change = {"inaktuell": ChangeClass.SUBSTANTIVE, "stoppad": ChangeClass.SAFETY}.get(key)
        if change:
            revise(source, summary="Nytt.", approval={"change_class": change})


def test_each_language_of_each_text_and_how_it_stands(client: Client) -> None:
    in_every_state()

    assert standings(client, language="en") == {
        "Aktuell": ["live"],
        "Inaktuell": ["out-of-date"],
        "Stoppad": ["held-back"],
        "Utkast": ["missing"],
    }
    body = client.get(reverse(LIST)).content.decode()
    for words in ("Översättningar", "Engelska", "Lättläst svenska", "Inaktuell", "Saknas"):
        assert words in body
    assert "Hålls tillbaka efter en säkerhetsändring" in body


def test_it_is_filtered_by_state_kind_language_and_words(client: Client) -> None:
    in_every_state()
    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr")

    assert list(standings(client, language="en", state=Standing.HELD_BACK)) == ["Stoppad"]
    assert list(standings(client, kind="citizen-article")) == ["Grå starr"]
    assert list(standings(client, q="aktuell")) == ["Aktuell", "Inaktuell"]
    assert len(standings(client, language="xx", state="no", kind="\x00", q="\x00")) == 5


def test_a_draft_begun_is_in_it_and_leads_to_the_form(client: Client) -> None:
    draft = begin(client, article(), "en")
    assert standings(client, language="en", state="draft") == {"Katarakt": ["draft"]}
    assert f'href="{edit(draft)}"' in client.get(reverse(LIST)).content.decode()


def test_the_menu_leads_there(client: Client) -> None:
    assert f'"{reverse(LIST)}"' in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_tree_says_how_each_translation_stands(client: Client) -> None:
    source = article()
    article(language="en", title="Cataract")
    revise(source, summary="Nytt.")
    folder = folder_for(Kind.KNOWLEDGE_SUPPORT, "en")

    body = client.get(reverse("wagtailadmin_explore", args=[folder.pk])).content.decode()
    swedish = reverse("wagtailadmin_explore", args=[source.get_parent().pk])

    assert "Inaktuell" in body
    assert "Översättningens läge" not in client.get(swedish).content.decode()


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_its_cost_does_not_grow_with_the_texts(client: Client) -> None:
    def some(first: int, last: int) -> None:
        for number in range(first, last):
            article(f"a{number}", title=f"A{number}")
            article(f"a{number}", title=f"B{number}", language="en")

    addresses = [reverse(LIST), f"{reverse(LIST)}?state=live"]
    some(0, 3)
    few = [queries_of(client, address) for address in addresses]
    some(3, 20)
    assert [queries_of(client, address) for address in addresses] == few


def test_the_cost_of_the_form_does_not_grow_with_the_texts(client: Client) -> None:
    def form(key: str, paragraphs: int) -> str:
        blocks = [text(f"Stycke {number}.") for number in range(paragraphs)]
        return edit(begin(client, article(key, sections=[section("utredning", *blocks)]), "en"))

    short, long = form("kort", 2), form("lang", 60)
    assert queries_of(client, short) == queries_of(client, long)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_translated(client: Client, kind: Kind) -> None:
    root = people.person("rot")
    root.is_superuser = True
    root.save()
    more = {"audience": "staff"} if kind in {Kind.NEWS, Kind.START_PAGE} else {}
    if kind is Kind.YOUTH_PAGE:
        more |= {"age_min": 7, "age_max": 9, "reading": "alone", "perspective": "patient"}
    draft = begin(people.client_of(root), article("sidan", kind=kind, title="Sidan", **more), "en")
    answer = people.client_of(root).get(edit(draft))
    assert "Sidan" in {one.source for one in answer.context["form"].texts}
