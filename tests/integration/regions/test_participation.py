"""Whether a region takes part in a kind, in a language, and by which bodies."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from content_models.models import ApprovingBody
from content_models.vocabulary import Kind, Language
from region_overlays.models import Region
from region_overlays.participation import check_body, check_takes_part
from region_overlays.region import SUPPLEMENTED_KINDS, ApprovalPath


def region(**facts: object) -> Region:
    facts = {"languages": ["sv", "fi"], "kinds": [Kind.CITIZEN_ARTICLE]} | facts
    return Region(code="14", name="VG-regionen", **facts)


def test_the_kinds_that_take_supplements() -> None:
    assert set(SUPPLEMENTED_KINDS) == {
        Kind.KNOWLEDGE_SUPPORT,
        Kind.CITIZEN_ARTICLE,
        Kind.YOUTH_PAGE,
    }


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_taking_part(language: str) -> None:
    check_takes_part(region(), Kind.CITIZEN_ARTICLE, language)


@pytest.mark.parametrize(
    ("facts", "kind", "language", "code", "said"),
    [
        (
            {},
            Kind.YOUTH_PAGE,
            "sv",
            "kind",
            "VG-regionen skriver inga tillägg till sidor för barn och unga. "
            "Regionen deltar i: invånarartiklar.",
        ),
        (
            {"kinds": []},
            Kind.CITIZEN_ARTICLE,
            "sv",
            "kind",
            "VG-regionen skriver inga tillägg till invånarartiklar. Regionen deltar i: –.",
        ),
        ({}, Kind.NEWS, "sv", "kind", "VG-regionen skriver inga tillägg till news."),
        (
            {},
            Kind.CITIZEN_ARTICLE,
            "en",
            "language",
            "VG-regionen skriver inga tillägg på språket Engelska. "
            "Regionens språk är: Svenska, Finska.",
        ),
    ],
)
def test_taking_no_part(
    facts: dict[str, object], kind: str, language: str, code: str, said: str
) -> None:
    with pytest.raises(ValidationError) as raised:
        check_takes_part(region(**facts), kind, language)
    assert raised.value.code == code
    assert said in raised.value.messages[0]


@pytest.mark.django_db
def test_bodies() -> None:
    held = Region.objects.get(pk="14")
    names = ("Rådet", "Ett annat råd", held.name)
    own, other, itself = (ApprovingBody.objects.create(name=name) for name in names)
    held.approving_bodies.add(own)

    for body in (None, own, itself):
        check_body(held, body)
    with pytest.raises(ValidationError) as raised:
        check_body(held, other)
    assert raised.value.code == "body"
    assert raised.value.messages == [
        "Ett annat råd godkänner inte för Västra Götalandsregionen. "
        "Det gör: Västra Götalandsregionen, Rådet."
    ]


@pytest.mark.django_db
def test_every_region_takes_part_in_everything_from_the_start() -> None:
    for held in Region.objects.all():
        assert held.languages == [language.value for language in Language]
        assert held.kinds == list(SUPPLEMENTED_KINDS)
        assert (held.approval_path, held.allows_self_approval) == ("one-approver", False)


@pytest.mark.parametrize("path", list(ApprovalPath))
def test_only_self_approval_is_self_approval(path: ApprovalPath) -> None:
    assert region(approval_path=path).allows_self_approval == (path == "self-approval")
