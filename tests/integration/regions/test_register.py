"""The register of regions: its list, its form, and what is said next to its fields."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from content_models.models import ApprovingBody
from region_overlays.models import Region, RegionQuickLink
from tests.factories import people
from tests.integration.languages.every_block import image

from .register import CODE, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> Client:
    return people.client_of(people.administrator())


def region() -> Region:
    return Region.objects.get(pk=CODE)


def test_everyone_in_the_admin_reads_it() -> None:
    client = people.client_of(people.regional_editor("12"))
    Region.objects.filter(pk=CODE).update(kinds=["citizen-article"], languages=["sv", "fi"])

    listed = client.get(reverse("regions:index")).content.decode()
    inspected = client.get(reverse("regions:inspect", args=[CODE])).content.decode()

    for html in (listed, inspected):
        assert "Västra Götalandsregionen" in html
        assert "invånarartiklar" in html
        assert "Svenska, Finska" in html
        assert "En godkännare" in html
    assert reverse("regions:edit", args=[CODE]) not in listed + inspected


def test_it_is_found_among_the_registers(administrator: Client) -> None:
    menu = administrator.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("regions:index") in menu


@pytest.mark.parametrize("verb", ["add", "delete", "usage", "copy"])
def test_regions_are_not_made_or_deleted_by_hand(verb: str) -> None:
    for args in ([], [CODE]):
        with pytest.raises(NoReverseMatch):
            reverse(f"regions:{verb}", args=args)


def test_a_whole_region(administrator: Client) -> None:
    body = ApprovingBody.objects.create(name="Medicinska rådet")
    logo = image()
    facts = {
        "name": "VG-regionen",
        "short_name": "VG",
        "url": "https://example.org/vg",
        "contact": "redaktion@example.org",
        "logo": logo.pk,
        "languages": ["sv", "fi"],
        "kinds": ["citizen-article"],
        "approval_path": "two-steps",
        "approving_bodies": [body.pk],
    }
    links = (
        {"label": "Remisser", "url": "/remisser/", "audience": "staff", "ORDER": 2},
        {"label": "Mottagningar", "url": "tel:010-123 45 67", "audience": "", "ORDER": 1},
    )

    answer = save(administrator, links=links, **facts)

    assert answer.status_code == 302
    held = region()
    for name in ("name", "short_name", "url", "contact", "languages", "kinds", "approval_path"):
        assert getattr(held, name) == facts[name]
    assert (held.slug, held.logo) == ("vastra-gotaland", logo)
    assert list(held.approving_bodies.all()) == [body]
    assert [str(one) for one in RegionQuickLink.objects.filter(region=held)] == [
        "Mottagningar",
        "Remisser",
    ]
    history = administrator.get(reverse("regions:history", args=[CODE])).content.decode()
    assert "Adam" in history
    inspected = administrator.get(reverse("regions:inspect", args=[CODE])).content.decode()
    assert "Medicinska rådet" in inspected
    assert "/remisser/" in inspected


def test_code_and_slug_are_not_for_changing(administrator: Client) -> None:
    save(administrator, slug="annan", code="99", short_name="VG")
    assert (region().slug, region().short_name) == ("vastra-gotaland", "VG")
    assert not Region.objects.filter(pk="99").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "Region Skåne"}, "finns redan"),
        ({"name": "Väst\u202era"}, "U+202E"),
        ({"short_name": ""}, "obligatoriskt"),
        ({"short_name": "Skåne"}, "finns redan"),
        ({"short_name": "x" * 41}, "41"),
        ({"url": "javascript:alert(1)"}, "https://"),
        ({"contact": "Ring oss"}, "Skriv en e-postadress"),
        ({"logo": 999_999}, "giltigt"),
        ({"languages": []}, "Välj minst ett språk"),
        ({"languages": ["sv", "xx"]}, "xx"),
        ({"kinds": ["news"]}, "news"),
        ({"approval_path": "none"}, "none"),
        ({"approving_bodies": [999_999]}, "999999"),
    ],
    ids=str,
)
def test_bad_input(administrator: Client, wrong: dict[str, Any], said: str) -> None:
    [field] = wrong
    before = Region.objects.values().get(pk=CODE)
    typed = {"url": "https://example.org/typed"} | wrong

    answer = save(administrator, **typed)

    form = answer.context["form"]
    assert list(form.errors) == [field]
    assert said in " ".join(form.errors[field])
    assert form["url"].value() == typed["url"]
    assert Region.objects.values().get(pk=CODE) == before


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"label": "", "url": "/a/"}, "label", "obligatoriskt"),
        ({"label": "Dold\u202e", "url": "/a/"}, "label", "U+202E"),
        ({"label": "Länk", "url": "javascript:alert(1)"}, "url", "https://"),
        ({"label": "Länk", "url": "//example.org"}, "url", "https://"),
        ({"label": "Länk", "url": "/a/", "audience": "alla"}, "audience", "alla"),
    ],
    ids=str,
)
def test_bad_links(administrator: Client, wrong: dict[str, str], field: str, said: str) -> None:
    answer = save(administrator, links=({"audience": ""} | wrong,), contact="ny@example.org")

    [errors] = answer.context["form"].formsets["quick_links"].errors
    assert said in " ".join(errors[field])
    assert answer.context["form"]["contact"].value() == "ny@example.org"
    assert not RegionQuickLink.objects.exists()


def test_a_logo_whose_file_is_gone(administrator: Client) -> None:
    logo = image()
    logo.file.storage.delete(logo.file.name)
    answer = save(administrator, logo=logo.pk)
    assert "Bildens fil saknas" in " ".join(answer.context["form"].errors["logo"])


@pytest.mark.parametrize("by", ["regional_editor", "regional_approver", "editor", "approver"])
def test_only_administrators_change_it(by: str) -> None:
    client = people.client_of(getattr(people, by)())
    save(client, short_name="Min")
    assert region().short_name == "Västra Götaland"


def test_as_a_spreadsheet(administrator: Client) -> None:
    Region.objects.filter(pk=CODE).update(contact="=1+1")
    answer: Any = administrator.get(reverse("regions:index"), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert "invånarartiklar" in text
    assert "'=1+1" in text


def test_what_a_region_names_is_kept(administrator: Client) -> None:
    logo, body = image(), ApprovingBody.objects.create(name="Medicinska rådet")
    Region.objects.filter(pk=CODE).update(logo=logo)
    region().approving_bodies.add(body)

    for address, one in (("wagtailimages:delete", logo), ("approving_bodies:delete", body)):
        for answer in (
            administrator.get(reverse(address, args=[one.pk])),
            administrator.post(reverse(address, args=[one.pk])),
        ):
            [(kept, places)] = answer.context["kept"]
            assert kept == one
            [place] = places.shown
            assert place.title == "Västra Götalandsregionen"
            assert place.url == reverse("regions:edit", args=[CODE])
        assert type(one).objects.filter(pk=one.pk).exists()
    inspected = administrator.get(reverse("approving_bodies:inspect", args=[body.pk]))
    assert "Västra Götalandsregionen" in inspected.content.decode()
