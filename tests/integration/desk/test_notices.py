"""“Changed nationally” on the home page of a region's people: theirs, and only what is open."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.desk.home import panels_for
from cms.desk.notices import changed_nationally
from cms.desk.panels import SHOWN, Panel
from cms.desk.readership import readership_of
from content_models.vocabulary import ChangeClass
from editorial_workflows.regional_notices import RegionNotice
from tests.factories import people
from tests.factories.published import article, revise, supplement
from tests.factories.supplemented import (
    CONTENT,
    REWORDED,
    settled,
    supplement_page,
    supplemented,
    with_first,
)

from .reading import asked

pytestmark = pytest.mark.django_db


def panel(user: Any) -> Panel | None:
    user = people.again(user)
    found = {one.name: one for one in panels_for(user, readership_of(user))}
    return found.get("changed-nationally")


def shown(user: Any) -> list[tuple[str, str, bool]]:
    found = panel(user)
    return [(item.title, item.detail, item.is_urgent) for item in found.items] if found else []


def test_a_region_s_people_are_told_until_all_is_settled() -> None:
    page = supplemented()
    rut, gosta = people.regional_editor("14"), people.regional_approver("14")
    assert shown(rut) == []
    page = revise(page, sections=REWORDED)
    expected = [("Katarakt", "2 tillägg att se över, ändrat nyss.", False)]
    assert shown(rut) == shown(gosta) == expected
    assert "Ändrat nationellt" in asked(rut, "wagtailadmin_home").content.decode()
    settled("katarakt/sv/14/ett", page)
    assert shown(rut) == [("Katarakt", "1 tillägg att se över, ändrat nyss.", False)]
    supplement_page("katarakt/sv/14/sist").unpublish()
    assert shown(rut) == []
    assert "Ändrat nationellt" not in asked(rut, "wagtailadmin_home").content.decode()


def test_nobody_is_told_of_another_region_s() -> None:
    revise(supplemented(), sections=REWORDED)
    revise(supplemented_again("glaukom"), sections=[REWORDED[0]])
    titles = {
        region: [title for title, *_rest in shown(people.regional_editor(region, f"rut-{region}"))]
        for region in ("01", "03", "12", "14")
    }
    assert titles == {
        "01": ["Glaukom"],
        "03": [],
        "12": ["Glaukom", "Katarakt"],
        "14": ["Glaukom", "Katarakt"],
    }
    for user in (
        *(people.editor(), people.approver(), people.draft_reader(), people.expert()),
        *(people.administrator(), people.youth_editor()),
    ):
        assert panel(user) is None, user


def supplemented_again(key: str) -> Any:
    page = article(key, title=key.capitalize(), sections=CONTENT)
    for region in ("12", "14"):
        supplement(page, region, id="ett", at="utredning", after=1)
    supplement(page, "01", id="vard", at="behandling", after=1)
    return page


def test_held_back_and_the_message_stand_there_and_the_newest_is_first() -> None:
    first = revise(supplemented(), sections=REWORDED)
    RegionNotice.objects.update(message="Se över era hänvisningar.")
    safety = {"change_class": ChangeClass.SAFETY}
    revise(supplemented_again("glaukom"), sections=REWORDED, approval=safety)
    rut = people.regional_editor("14")
    assert shown(rut) == [
        ("Glaukom", "1 tillägg att se över, ändrat nyss. Hålls inne för läsarna: 1.", True),
        (
            "Katarakt",
            "2 tillägg att se över, ändrat nyss. "
            "Från de nationella redaktörerna: ”Se över era hänvisningar.”",
            False,
        ),
    ]
    revise(first, sections=with_first("Mät båda."))
    assert [title for title, *_rest in shown(rut)] == ["Katarakt", "Glaukom"]
    assert "Se över era" in shown(rut)[0][1], "what was written of an earlier change still counts"


def test_it_leads_to_the_supplements_of_the_article() -> None:
    revise(supplemented(), sections=REWORDED)
    rut = people.regional_editor("14")
    supplemented_again("glaukom")
    found = panel(rut)
    assert found
    assert found.items[0].url
    shown = people.client_of(rut).get(found.items[0].url)
    assert shown.context["outline"].sections
    assert shown.content.decode().count("outline-entry--unsettled") == 2


def test_someone_of_two_regions_is_told_which() -> None:
    revise(supplemented(), sections=REWORDED)
    both = people.regional_editor("14")
    people.regional_editor("12", both.username)
    assert sorted(title for title, *_rest in shown(both)) == [
        "Katarakt (Region Skåne)",
        "Katarakt (Västra Götalandsregionen)",
    ]


def test_it_is_short_counted_and_costs_the_same_for_many() -> None:
    rut = people.regional_editor("14")
    first = cost(rut)
    for number in range(SHOWN + 2):
        revise(supplemented_again(f"nummer-{number}"), sections=REWORDED)
    found = panel(rut)
    assert found
    assert (len(found.items), found.total) == (SHOWN, SHOWN + 2)
    assert cost(rut) == first + 1, "the notices themselves"


def cost(user: Any) -> int:
    user = people.again(user)
    with CaptureQueriesContext(connection) as queries:
        list(changed_nationally(user))
    return len(queries)
