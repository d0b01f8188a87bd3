"""The list of broken links follows the ledger, whatever was published or withdrawn in between."""

from __future__ import annotations

import socket
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from cms import worker
from cms.desk.links.following import follow_links, rebuild_links
from cms.desk.links.model import InternalLink, LinksFollowed
from content_models.editions.head import position
from content_models.vocabulary import Kind
from tests.factories import people
from tests.factories.published import article, draft_article, revise, section, supplement, text
from tests.factories.reviewing import latest

from .reading import as_csv, asked, titles

pytestmark = pytest.mark.django_db
LINKS = "desk:links"
ADDRESS = "/rad-om-vard/gra-starr/"


def linking(href: str, words: str = "länken") -> list[Any]:
    return [section("utredning", text(f'<p>Se <a href="{href}">{words}</a>.</p>'))]


def faults() -> list[tuple[str, str]]:
    """Part and fault of what is broken, the worker having been by."""
    follow_links()
    broken = InternalLink.objects.exclude(fault="").order_by("part", "pk")
    return list(broken.values_list("part", "fault"))


def withdraw(page: Any) -> None:
    page = latest(page)
    page.withdrawal_note = "Gammal."
    page.unpublish()


def citizen(**fields: Any) -> Any:
    return article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr", **fields)


def test_a_link_breaks_when_its_page_is_withdrawn_and_mends_when_it_is_back() -> None:
    article(sections=linking(ADDRESS))
    assert faults() == [("katarakt/sv", "no-page")]
    target = citizen()
    assert faults() == []
    withdraw(target)
    assert faults() == [("katarakt/sv", "withdrawn")]
    revise(latest(target), title="Grå starr igen")
    assert faults() == []


def test_a_link_to_a_section_breaks_when_that_goes() -> None:
    target = citizen(sections=[section("symtom", text()), section("vard", text())])
    article(sections=linking(f"{ADDRESS}#symtom"))
    assert faults() == []
    revise(target, sections=[section("vard", text())])
    assert faults() == [("katarakt/sv", "no-section")]
    article("glaukom", sections=linking("#behandling"))
    assert faults() == [("glaukom/sv", "no-section"), ("katarakt/sv", "no-section")]


def test_a_supplement_whose_place_is_gone() -> None:
    national = article(sections=[section("utredning", text()), section("behandling", text())])
    page = supplement(national, at="behandling", id="vart")
    assert faults() == []
    revise(national, sections=[section("utredning", text())])
    assert faults() == [("katarakt/sv/14/vart", "anchor-lost")]
    withdraw(national)
    assert faults() == [("katarakt/sv/14/vart", "no-article")]
    withdraw(page)
    assert faults() == []


def test_a_counterpart_that_is_not_published() -> None:
    article(counterpart_key="gra-starr")
    assert faults() == [("katarakt/sv", "no-counterpart")]
    citizen()
    assert faults() == []


def test_what_is_withdrawn_or_deleted_has_no_links() -> None:
    page = article(sections=linking("/finns-inte/"))
    assert len(faults()) == 1
    withdraw(page)
    assert faults() == []
    assert not InternalLink.objects.exists()
    latest(page).delete()
    assert faults() == []


def test_a_draft_has_no_links_yet() -> None:
    draft_article(sections=linking("/finns-inte/"))
    assert faults() == []


def test_an_address_that_another_article_takes_over() -> None:
    first = citizen()
    article(sections=linking(ADDRESS))
    assert faults() == []
    revise(latest(first), slug="starr")
    assert faults() == [], "the old address leads on"
    second = article("ny", kind=Kind.CITIZEN_ARTICLE, title="Ny")
    revise(second, slug="gra-starr")
    withdraw(first)
    assert faults() == [], "what leads there now is another article"


def test_following_twice_changes_nothing_and_asks_little(
    django_assert_max_num_queries: Any,
) -> None:
    article(sections=linking("/finns-inte/"))
    assert follow_links() == 1
    before = list(InternalLink.objects.values())
    with django_assert_max_num_queries(2):
        assert follow_links() == 0
    assert list(InternalLink.objects.values()) == before
    followed = LinksFollowed.objects.get()
    assert (followed.sequence, followed.reference) == position()


def test_rebuilding_gives_the_same() -> None:
    article(sections=linking("/finns-inte/"))
    supplement(citizen(sections=[section("symtom", text())]), at="symtom", id="vart")
    expected = faults()
    InternalLink.objects.update(fault="withdrawn", part="gammal/sv")
    rebuild_links()
    assert faults() == expected == [("katarakt/sv", "no-page")]
    InternalLink.objects.all().delete()
    out = StringIO()
    call_command("rebuild_desk", stdout=out)
    assert "1 of them broken" in out.getvalue()
    assert faults() == expected


def test_a_ledger_that_was_set_back_is_followed_anew() -> None:
    article(sections=linking("/finns-inte/"))
    follow_links()
    LinksFollowed.objects.update(sequence=999_999)
    InternalLink.objects.update(part="gammal/sv")
    assert faults() == [("katarakt/sv", "no-page")]


def test_the_worker_follows() -> None:
    article(sections=linking("/finns-inte/"))
    step = next(step for step in worker.steps() if step.name == "links")
    assert step.run(lambda: False) is None
    assert InternalLink.objects.exclude(fault="").count() == 1


def test_no_network_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    html = '<p><a href="https://example.org/">ute</a> <a href="/finns-inte/">inne</a></p>'
    article(sections=[section("utredning", text(html))])

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert faults() == [("katarakt/sv", "no-page")]


def test_the_list_says_where_what_and_what_to_do() -> None:
    article(sections=linking("/finns-inte/", words="läs mer"))
    follow_links()
    anna = people.editor()
    line = [
        *("Katarakt", "Svenska", "Utredning", "läs mer"),
        "Adressen /finns-inte/ leder inte till någon sida.",
        "Rätta adressen, eller välj sidan med länkknappen i redigeraren.",
    ]
    assert as_csv(anna, LINKS) == [line]
    shown = asked(anna, LINKS).content.decode()
    assert all(words in shown for words in line)


def test_regions_see_their_own_supplements_and_what_is_national() -> None:
    national = article(sections=[*linking("/finns-inte/"), section("behandling", text())])
    supplement(national, "14", at="behandling", id="vart")
    supplement(national, "12", at="behandling", id="deras")
    revise(national, sections=linking("/finns-inte/"))
    follow_links()
    rut, gun = people.regional_editor("14"), people.regional_editor("13", "gun")
    ours = "Katarakt – behandling"
    assert titles(rut, LINKS) == ["Katarakt", ours]
    assert titles(gun, LINKS) == ["Katarakt"]
    assert titles(rut, LINKS, scope="mine") == [ours]
    adam = people.administrator()
    assert titles(adam, LINKS) == ["Katarakt", ours, ours]
    assert titles(adam, LINKS, of="articles", scope="mine") == ["Katarakt"]
    assert titles(adam, LINKS, of="supplements") == [ours, ours]


def test_an_address_that_holds_markup_is_text() -> None:
    article(sections=linking("/%3Cscript%3Ex/"))
    follow_links()
    assert "<script>x" not in asked(people.editor(), LINKS).content.decode()
