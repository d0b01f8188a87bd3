"""The national programme areas (nationella programområden); made by `migrate`, once."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from content_models.editions.head import bump_reference
from content_models.editions.listing import swedish_order
from content_models.taxonomies.bodies import ProgrammeArea

NATIONAL_AREAS = (
    "Akut vård",
    "Barn och ungdomars hälsa",
    "Cancersjukdomar",
    "Endokrina sjukdomar",
    "Hjärt- och kärlsjukdomar",
    "Hud- och könssjukdomar",
    "Infektionssjukdomar",
    "Kirurgi och plastikkirurgi",
    "Kvinnosjukdomar och förlossning",
    "Levnadsvanor",
    "Lung- och allergisjukdomar",
    "Mag- och tarmsjukdomar",
    "Medicinsk diagnostik",
    "Nervsystemets sjukdomar",
    "Njur- och urinvägssjukdomar",
    "Perioperativ vård, intensivvård och transplantation",
    "Primärvård",
    "Psykisk hälsa",
    "Rehabilitering, habilitering och försäkringsmedicin",
    "Reumatiska sjukdomar",
    "Rörelseorganens sjukdomar",
    "Sällsynta sjukdomar",
    "Tandvård",
    "Äldres hälsa",
    "Ögonsjukdomar",
    "Öron-, näs- och halssjukdomar",
)


@transaction.atomic
def ensure_areas(**_: Any) -> None:
    """A post_migrate receiver: makes the areas where that was never done.

    Afterwards they are the administrators': what is renamed or deleted stays so.
    """
    areas = ProgrammeArea.objects
    if areas.filter(from_migrate=True).exists():
        return
    areas.filter(name__in=NATIONAL_AREAS).update(from_migrate=True)
    held = set(areas.filter(from_migrate=True).values_list("name", flat=True))
    # In bulk, without a signal for each: the approvers' groups are made further on in `migrate`.
    areas.bulk_create(
        ProgrammeArea(name=name, name_order=swedish_order(name), from_migrate=True)
        for name in NATIONAL_AREAS
        if name not in held
    )
    bump_reference()
