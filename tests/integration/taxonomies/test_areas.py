"""The programme areas that `migrate` makes, once."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from content_models.models import ProgrammeArea
from content_models.taxonomies.areas import NATIONAL_AREAS, ensure_areas
from editorial_workflows.mandates import Mandate, Role

pytestmark = pytest.mark.django_db


def names() -> list[str]:
    return list(ProgrammeArea.objects.values_list("name", flat=True))


def test_the_26_are_there_in_swedish_order() -> None:
    assert len(NATIONAL_AREAS) == 26
    assert names() == list(NATIONAL_AREAS)


def test_each_has_approvers_of_its_own() -> None:
    of_areas = Mandate.objects.filter(role=Role.NATIONAL_APPROVER, programme_area__isnull=False)
    assert of_areas.count() == 26


def test_what_administrators_rename_add_and_delete_stays_so() -> None:
    ProgrammeArea.objects.filter(name="Tandvård").update(name="Munhälsa")
    ProgrammeArea.objects.get(name="Levnadsvanor").delete()
    ProgrammeArea.objects.create(name="Ett nytt område")
    before = names()

    call_command("migrate", verbosity=0)

    assert names() == before


def test_an_area_that_was_there_before_is_taken_over() -> None:
    ProgrammeArea.objects.all().delete()
    held = ProgrammeArea.objects.create(name="Tandvård", contact="npo@example.org")

    ensure_areas()

    assert len(names()) == 26
    assert ProgrammeArea.objects.get(name="Tandvård") == held


def test_a_name_that_is_changed_alone_keeps_its_order() -> None:
    area = ProgrammeArea.objects.get(name="Akut vård")
    area.name = "Överakut vård"
    area.save(update_fields=["name"])
    assert names()[-1] == "Överakut vård"
