"""The forms of areas and bodies: what is wrong stands by its field, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content_models.models import ApprovingBody, ProgrammeArea
from content_models.taxonomies.bodies import NamedBody
from tests.factories import people

pytestmark = pytest.mark.django_db
REGISTERS: dict[str, type[NamedBody]] = {
    "programme_areas": ProgrammeArea,
    "approving_bodies": ApprovingBody,
}
each_register = pytest.mark.parametrize("space", REGISTERS)
GOOD = {"name": "Ny instans", "url": "https://example.org/npo", "contact": "npo@example.org"}
CONTACT = "Skriv en e-postadress"


@each_register
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "obligatoriskt"),
        ({"name": "  "}, "obligatoriskt"),
        ({"name": "x" * 256}, "256"),
        ({"name": "Ny\x00instans"}, "Null"),
        ({"name": "Ny \u202esnatsni"}, "U+202E"),
        ({"name": "Ny\x07instans"}, "U+0007"),
        ({"url": "javascript:alert(1)"}, "https://"),
        ({"url": "https://"}, "https://"),
        ({"url": "https://example.org/" + "x" * 200}, "220"),
        ({"url": "ftp://example.org"}, "https://"),
        ({"contact": "npo@"}, CONTACT),
        ({"contact": "Ring 08-123 456"}, CONTACT),
        ({"contact": "javascript:alert(1)"}, CONTACT),
        ({"contact": "javascript://%0aalert(1)"}, CONTACT),
        ({"contact": "https://example.org/" + "x" * 500}, "520"),
        ({"contact": "<script>alert(1)</script>"}, CONTACT),
    ],
    ids=str,
)
def test_bad_input(administrator: Client, space: str, wrong: dict[str, str], said: str) -> None:
    [field] = wrong
    before = REGISTERS[space].objects.count()

    answer = administrator.post(reverse(f"{space}:add"), GOOD | wrong)

    form = answer.context["form"]
    assert list(form.errors) == [field]
    assert said in " ".join(form.errors[field])
    assert {name: form[name].value() for name in GOOD} == GOOD | wrong
    assert "<script>alert(1)" not in answer.content.decode()
    assert REGISTERS[space].objects.count() == before


@each_register
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"url": "", "contact": ""},
        {"contact": "https://example.org/kontakt"},
        {"name": "Öron & näsa <b>”citat”</b>"},
        {"name": "Hälsa 🩺 för alla"},
        {"name": "x" * 255},
    ],
    ids=str,
)
def test_good_input_is_kept_as_it_was_typed(
    administrator: Client, space: str, more: dict[str, str]
) -> None:
    answer = administrator.post(reverse(f"{space}:add"), GOOD | more, follow=True)
    one = REGISTERS[space].objects.get(name=(GOOD | more)["name"])
    assert {name: getattr(one, name) for name in GOOD} == GOOD | more
    assert "<b>”citat”</b>" not in answer.content.decode()


@each_register
def test_two_do_not_share_a_name(administrator: Client, space: str) -> None:
    REGISTERS[space].objects.create(name="Ny instans")
    for name in ("Ny instans", " Ny instans "):
        answer = administrator.post(reverse(f"{space}:add"), GOOD | {"name": name})
        assert list(answer.context["form"].errors) == ["name"]


@each_register
def test_changed_and_found_in_the_list(administrator: Client, editor: Client, space: str) -> None:
    one = REGISTERS[space].objects.create(name="Gammalt namn")
    administrator.post(reverse(f"{space}:edit", args=[one.pk]), GOOD)
    html = editor.get(reverse(f"{space}:index"), {"q": "ny inst"}).content.decode()
    assert "Ny instans" in html
    assert "npo@example.org" in html
    inspected: Any = editor.get(reverse(f"{space}:inspect", args=[one.pk]))
    assert "https://example.org/npo" in inspected.content.decode()


@each_register
def test_the_list_is_in_swedish_order_both_ways(editor: Client, space: str) -> None:
    model = REGISTERS[space]
    model.objects.all().delete()
    for name in ("Ögon", "Astma", "Ålder", "Zoonoser", "Äldre"):
        model.objects.create(name=name)
    expected = ["Astma", "Zoonoser", "Ålder", "Äldre", "Ögon"]
    for ordering, names in (("name_order", expected), ("-name_order", expected[::-1])):
        answer = editor.get(reverse(f"{space}:index"), {"ordering": ordering})
        assert [one.name for one in answer.context["object_list"]] == names


@pytest.mark.parametrize("maker", [people.editor, people.regional_editor, people.approver])
@each_register
def test_others_than_administrators_only_look(space: str, maker: Any) -> None:
    one = REGISTERS[space].objects.create(name="En instans")
    client = people.client_of(maker())
    for view, args in (("add", []), ("edit", [one.pk]), ("delete", [one.pk])):
        client.post(reverse(f"{space}:{view}", args=args), GOOD)
    assert REGISTERS[space].objects.filter(name="En instans", url="").exists()
    assert not REGISTERS[space].objects.filter(name=GOOD["name"]).exists()
    html = client.get(reverse(f"{space}:index")).content.decode()
    assert reverse(f"{space}:add") not in html
