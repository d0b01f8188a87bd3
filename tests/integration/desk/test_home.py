"""The home page: what each role finds waiting, counted, and only what they may read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from cms.desk.home import panels_for
from cms.desk.links.following import follow_links
from cms.desk.panels import SHOWN
from cms.desk.readership import readership_of
from content_models.vocabulary import ChangeClass, Kind
from tests.factories import people
from tests.factories.published import (
    article,
    draft_article,
    draft_supplement,
    revise,
    section,
    supplement,
    text,
)
from tests.factories.reviewing import (
    approved,
    changed,
    handed_in,
    latest,
    published_nationally,
    regional,
    sent_back,
    written,
)

from .reading import asked

pytestmark = pytest.mark.django_db
Found = dict[str, list[str]]


def home(user: Any) -> str:
    response = asked(user, "wagtailadmin_home")
    assert response.status_code == 200
    return str(response.content.decode())


def panels(user: Any) -> Found:
    """Name → the titles that it shows."""
    user = people.again(user)
    return {
        panel.name: [item.title for item in panel.items]
        for panel in panels_for(user, readership_of(user))
    }


def details(user: Any, name: str) -> list[tuple[str, bool]]:
    user = people.again(user)
    panel = next(one for one in panels_for(user, readership_of(user)) if one.name == name)
    return [(item.detail, item.is_urgent) for item in panel.items]


def test_an_editor_finds_their_drafts_and_what_they_have_handed_in() -> None:
    anna, bo, elis = people.editor(), people.editor("bo"), people.expert()
    written(anna, title="Mitt utkast")
    written(bo, "b", title="Deras utkast")
    submission = handed_in(written(anna, "c", title="Inlämnat"), anna)
    found = panels(anna)
    assert set(found["mine"]) == {"Mitt utkast", "Inlämnat"}
    assert found["handed-in"] == ["Inlämnat"]
    sent_back(submission, elis)
    assert details(anna, "handed-in") == [("Tillbakaskickad", True)]
    assert "Mitt utkast" in home(anna)


def test_reviewers_find_what_waits_for_them_safety_first() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    page = published_nationally()
    first = handed_in(written(anna, "b", title="Inlämnad"), anna)
    assert panels(elis)["waiting"] == ["Inlämnad"]
    assert panels(greta)["waiting"] == []
    approved(first, elis)
    handed_in(changed(page, anna, title="Fel dos"), anna, ChangeClass.SAFETY)
    assert panels(greta)["waiting"] == ["Fel dos", "Inlämnad"]
    assert details(greta, "waiting")[0] == ("Säkerhet, nyss", True)


def test_what_is_due_for_review_stands_by_its_day() -> None:
    today = localdate()
    article("a", title="Snart", review_by=today + timedelta(days=30))
    article("b", title="Försenad", review_by=date(2020, 1, 31))
    article("c", title="Om ett år", review_by=today + timedelta(days=400))
    draft_article("d", title="Bara utkast", review_by=date(2020, 1, 1))
    assert panels(people.editor())["review"] == ["Försenad", "Snart"]
    assert details(people.editor(), "review")[0] == (
        "Skulle ha granskats senast 31 januari 2020",
        True,
    )


def test_what_was_changed_after_its_approval_and_lies() -> None:
    anna = people.editor()
    changed(article("a", title="Ändrad"), anna, summary="Nytt.")
    handed_in(changed(published_nationally("b", title="Inlämnad"), anna, summary="Nytt."), anna)
    article("c", title="Orörd")
    assert panels(people.editor("bo"))["changed"] == ["Ändrad"]


def test_missing_counterparts_and_translations() -> None:
    article("a", title="Utan")
    article("b", title="Fel", counterpart_key="finns-inte")
    article("c", title="Par", counterpart_key="d")
    article("d", kind=Kind.CITIZEN_ARTICLE, title="Pars par", counterpart_key="c")
    article("e", kind=Kind.NEWS, title="Nyhet")
    anna = people.editor()
    assert panels(anna)["counterpart"] == ["Fel", "Utan"]
    assert [words for words, _urgent in details(anna, "counterpart")] == [
        "Motparten ”finns-inte” är inte publicerad.",
        "Ingen motpart är angiven",
    ]
    assert len(panels(anna)["untranslated"]) == 5
    assert details(anna, "untranslated")[0] == (
        "Finns inte på engelska, finska, nordsamiska, lättläst svenska",
        False,
    )


def test_translations_that_are_older_than_their_source() -> None:
    page = article()
    article(language="en", title="Cataract")
    anna = people.editor()
    assert panels(anna)["outdated"] == []
    revise(page, summary="Nytt.", approval={"change_class": ChangeClass.EDITORIAL})
    assert panels(anna)["outdated"] == []
    revise(latest(page), summary="Nyare.")
    assert panels(anna)["outdated"] == ["Katarakt"]
    assert details(anna, "outdated") == [("Äldre än källan: engelska", True)]


def test_broken_links_and_anchors() -> None:
    html = '<p><a href="/finns-inte/">mer</a></p>'
    national = article(sections=[section("utredning", text(html)), section("behandling", text())])
    supplement(national, at="behandling", id="vart")
    revise(national, sections=[section("utredning", text(html))])
    follow_links()
    assert panels(people.editor())["links"] == ["Katarakt"]
    assert details(people.editor(), "links") == [
        ("Utredning, ”mer”: Adressen /finns-inte/ leder inte till någon sida.", False)
    ]
    rut = panels(people.regional_editor("14"))
    assert rut["links-regional"] == ["Katarakt – behandling"]
    assert "links" not in rut
    adam = people.administrator()
    found = {one.name: one for one in panels_for(adam, readership_of(adam))}
    for name, total in (("links", 1), ("links-regional", 1)):
        response = people.client_of(adam).get(found[name].more)
        assert response.context["paginator"].count == found[name].total == total
    assert panels(people.regional_editor("12", "gun"))["links-regional"] == []


def test_a_region_finds_its_own() -> None:
    rut, gosta, national = people.regional_editor(), people.regional_approver(), article()
    draft_article("b", title="Nationellt utkast")
    draft_supplement(national, "12", id="deras", at="utredning", review_by=date(2020, 1, 1))
    mine = regional(rut, national, "14", id="vart")
    assert panels(rut)["mine-regional"] == ["Katarakt – utredning"]
    handed_in(mine, rut)
    assert panels(gosta)["waiting"] == ["Katarakt – utredning"]
    for user in (rut, gosta):
        assert "Nationellt utkast" not in home(user)
        assert set(panels(user)) <= {
            *("waiting", "mine-regional", "handed-in", "review-regional", "changed-regional"),
            *("links-regional", "locked", "unsettled"),
        }


def test_what_the_nation_changed_beneath_comes_first_to_its_region() -> None:
    sections = [section("utredning", text("Ett.", id="b1"), text("Två.", id="b2"))]
    national = article(sections=sections)
    supplement(national, "14", after=1, id="ett")
    supplement(national, "14", after=2, id="slut", valid_until=localdate() - timedelta(days=1))
    supplement(national, "12", after=1, id="deras")
    supplement(article("b"), "14", id="orord")
    mended = [section("utredning", text("Ett, rättat.", id="b1"), text("Två.", id="b2"))]
    revise(national, sections=mended, approval={"change_class": ChangeClass.SAFETY})
    for user in (people.regional_editor(), people.regional_approver()):
        assert details(user, "unsettled") == [
            ("Hålls inne för läsarna sedan en säkerhetsändring", True),
            ("Sista giltighetsdagen har passerat", True),
        ]
    assert len(details(people.regional_editor("12", "gun"), "unsettled")) == 1
    assert "unsettled" not in panels(people.editor())


def test_an_area_s_approver_is_shown_their_area() -> None:
    article("a", title="Ögon", programme_area="Ögonsjukdomar", review_by=date(2020, 1, 1))
    article("b", title="Tänder", programme_area="Tandvård", review_by=date(2020, 1, 1))
    assert panels(people.area_approver("Tandvård"))["review"] == ["Tänder"]
    assert panels(people.approver())["review"] == ["Tänder", "Ögon"][::-1]


def test_the_youth_editor_is_shown_youth_pages() -> None:
    article("a", title="Vuxen", review_by=date(2020, 1, 1))
    article("b", kind=Kind.YOUTH_PAGE, title="Barn", review_by=date(2020, 1, 1))
    assert panels(people.youth_editor())["review"] == ["Barn"]


def test_who_only_reads_finds_what_there_is_to_read() -> None:
    anna, rut = people.editor(), people.regional_editor()
    national = changed(article(), anna, title="Ändrad")
    regional(rut, national, "14", id="vart")
    assert set(panels(people.draft_reader())["to-read"]) == {"Ändrad", "Katarakt – utredning"}
    assert panels(people.expert())["to-read"] == ["Ändrad"]


def test_locked_pages_are_their_lockers_until_they_may_not_read_them() -> None:
    rut, national = people.regional_editor("14"), article()
    page = draft_supplement(national, "14", id="vart")
    page.locked, page.locked_by, page.locked_at = True, rut, timezone.now()
    page.save()
    assert panels(rut)["locked"] == ["Katarakt – utredning"]
    assert panels(people.editor())["locked"] == []
    rut.groups.clear()
    rut.groups.add(*people.regional_editor("12", "gun").groups.all())
    assert panels(rut)["locked"] == []


def test_each_panel_is_short_counted_and_leads_to_the_whole_list() -> None:
    anna = people.editor()
    for number in range(SHOWN + 2):
        article(f"nummer-{number}", title=f"Nummer {number}", review_by=date(2020, 1, 1))
    user = people.again(anna)
    found = {panel.name: panel for panel in panels_for(user, readership_of(user))}
    assert (len(found["review"].items), found["review"].total) == (SHOWN, SHOWN + 2)
    for name in ("review", "counterpart", "untranslated"):
        panel = found[name]
        response = people.client_of(anna).get(panel.more)
        assert response.context["paginator"].count == panel.total, name
    assert found["review"].more.replace("&", "&amp;") in home(anna)


def test_somebody_without_a_mandate_finds_no_panel() -> None:
    ingen = people.person("ingen")
    article()
    assert panels(ingen) == {}


def test_everyone_may_come_to_their_home_page() -> None:
    for user in (people.administrator(), people.draft_reader(), people.expert()):
        assert "Väntar på mig" in home(user)
