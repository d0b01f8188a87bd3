"""The list of what waits and the decision itself read one table: they never disagree."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from content_models.models import ProgrammeArea
from content_models.vocabulary import ChangeClass, Kind
from editorial_workflows.competence import Step, competent_as, matters_for
from editorial_workflows.mandates import Mandate, Role
from editorial_workflows.submissions import Submission
from region_overlays.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas() -> list[ProgrammeArea]:
    return [ProgrammeArea.objects.get(name=name) for name in ("Tandvård", "Ögonsjukdomar")]


@pytest.fixture
def submissions(areas: list[ProgrammeArea]) -> list[Submission]:
    regions = list(Region.objects.filter(code__in=["12", "14"]))
    scopes = [(None, None), *((area, None) for area in areas), *((None, one) for one in regions)]
    return Submission.objects.bulk_create(
        Submission(
            page_id=0,
            revision_id=0,
            waits_for=step,
            change_class=change_class,
            kind=kind,
            area=area,
            region=region,
        )
        for step, change_class, kind, (area, region) in product(
            Step, ChangeClass, (Kind.KNOWLEDGE_SUPPORT, Kind.YOUTH_PAGE, "supplement"), scopes
        )
    )


def mandates(areas: list[ProgrammeArea]) -> list[Mandate]:
    group = Group(name="x")
    regional = {Role.REGIONAL_EDITOR, Role.REGIONAL_APPROVER}
    found = [Mandate(group=group, role=role) for role in Role if role not in regional]
    found += [Mandate(group=group, role=one.role, programme_area=areas[0]) for one in found]
    return found + [Mandate(group=group, role=role, region_id="14") for role in sorted(regional)]


def test_list_and_decision_agree_for_every_mandate(
    areas: list[ProgrammeArea], submissions: list[Submission]
) -> None:
    decided = 0
    for mandate in mandates(areas):
        listed = set(Submission.objects.filter(matters_for([mandate])).values_list("pk", flat=True))
        may = {one.pk for one in submissions if competent_as([mandate], one.matter())}
        assert listed == may, mandate.role
        decided += len(may)
    assert decided > 100
    assert not Submission.objects.filter(matters_for([])).exists()


@pytest.mark.parametrize(
    ("role", "step", "change_class", "kind", "scope", "may"),
    [
        ("national-expert", "expert-review", "substantive", "knowledge-support", "area", True),
        ("national-expert", "national-approval", "substantive", "knowledge-support", "area", False),
        (
            "national-approver",
            "national-approval",
            "substantive",
            "knowledge-support",
            "area",
            True,
        ),
        (
            "national-approver",
            "national-approval",
            "substantive",
            "knowledge-support",
            "other",
            False,
        ),
        (
            "national-approver",
            "national-approval",
            "substantive",
            "knowledge-support",
            "none",
            False,
        ),
        ("national-approver", "national-approval", "safety", "knowledge-support", "other", True),
        ("national-approver", "regional-approval", "safety", "supplement", "14", False),
        ("national-editor", "national-approval", "editorial", "knowledge-support", "other", True),
        ("national-editor", "national-approval", "safety", "knowledge-support", "area", False),
        ("youth-editor", "child-review", "substantive", "youth-page", "none", True),
        ("youth-editor", "national-approval", "editorial", "youth-page", "none", True),
        ("youth-editor", "national-approval", "editorial", "knowledge-support", "none", False),
        ("regional-approver", "regional-approval", "substantive", "supplement", "14", True),
        ("regional-approver", "regional-approval", "substantive", "supplement", "12", False),
        ("regional-editor", "regional-approval", "editorial", "supplement", "14", False),
        ("regional-approver", "regional-review", "safety", "supplement", "14", True),
        ("regional-approver", "regional-review", "safety", "supplement", "12", False),
        ("regional-editor", "regional-review", "substantive", "supplement", "14", False),
        ("national-approver", "regional-review", "substantive", "supplement", "14", False),
        ("administrator", "national-approval", "editorial", "knowledge-support", "area", False),
        ("draft-reader", "expert-review", "substantive", "knowledge-support", "area", False),
    ],
)
def test_who_may_take_which_step(
    areas: list[ProgrammeArea],
    submissions: list[Submission],
    role: str,
    step: str,
    change_class: str,
    kind: str,
    scope: str,
    may: bool,
) -> None:
    is_scoped = role in {"national-expert", "national-approver"}
    mandate = Mandate(
        role=role,
        programme_area=areas[0] if is_scoped else None,
        region_id="14" if role.startswith("regional") else None,
    )
    area: Any = {"area": areas[0].pk, "other": areas[1].pk}.get(scope)
    region = scope if scope in {"12", "14"} else None
    [one] = [
        one
        for one in submissions
        if (one.waits_for, one.change_class, one.kind) == (step, change_class, kind)
        and (one.area_id, one.region_id) == (area, region)
    ]
    assert (competent_as([mandate], one.matter()) is not None) is may


def test_a_mandate_is_held_once_and_names_a_region_where_it_must() -> None:
    group = Group.objects.create(name="Ny grupp")
    Mandate.objects.create(group=group, role=Role.NATIONAL_EDITOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.create(group=group, role=Role.NATIONAL_EDITOR)
    for wrong in (
        Mandate(group=group, role=Role.REGIONAL_APPROVER),
        Mandate(group=group, role=Role.NATIONAL_EXPERT, region_id="14"),
    ):
        with pytest.raises(ValidationError, match="region"):
            wrong.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()
