"""Who may take which step: one table, read both by the decision and by the list of what waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from content_models.vocabulary import ChangeClass, Kind
from editorial_workflows.mandates import Mandate, Role


class Step(StrEnum):
    """A step of a workflow; each is a Task type."""

    EXPERT_REVIEW = "expert-review"
    CHILD_REVIEW = "child-review"
    NATIONAL_APPROVAL = "national-approval"
    REGIONAL_REVIEW = "regional-review"
    REGIONAL_APPROVAL = "regional-approval"


GRANTING = frozenset({Step.NATIONAL_APPROVAL, Step.REGIONAL_APPROVAL})
"""The steps that approve for a body; without one of them nothing is published."""

EVERY_CLASS = frozenset(ChangeClass)


@dataclass(frozen=True, slots=True)
class Competence:
    """A role that may take a step."""

    step: Step
    role: Role
    classes: frozenset[ChangeClass] = EVERY_CLASS
    kind: Kind | None = None
    """Only for articles of this kind."""
    any_area: bool = False
    """Also outside the area that the mandate names."""


RULES = (
    Competence(Step.EXPERT_REVIEW, Role.NATIONAL_EXPERT),
    Competence(Step.CHILD_REVIEW, Role.YOUTH_EDITOR),
    Competence(
        Step.NATIONAL_APPROVAL, Role.NATIONAL_APPROVER, frozenset({ChangeClass.SUBSTANTIVE})
    ),
    # Safety cannot wait for one area's approver; a typing error needs none of them.
    Competence(
        Step.NATIONAL_APPROVAL,
        Role.NATIONAL_APPROVER,
        frozenset({ChangeClass.SAFETY, ChangeClass.EDITORIAL}),
        any_area=True,
    ),
    Competence(Step.NATIONAL_APPROVAL, Role.NATIONAL_EDITOR, frozenset({ChangeClass.EDITORIAL})),
    Competence(
        Step.NATIONAL_APPROVAL,
        Role.YOUTH_EDITOR,
        frozenset({ChangeClass.EDITORIAL}),
        kind=Kind.YOUTH_PAGE,
    ),
    Competence(Step.REGIONAL_REVIEW, Role.REGIONAL_APPROVER),
    Competence(Step.REGIONAL_APPROVAL, Role.REGIONAL_APPROVER),
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a decision is about."""

    step: str
    change_class: str
    kind: str
    area: int | None
    region: str | None


def competent_as(mandates: Iterable[Mandate], matter: Matter) -> Role | None:
    """The role in which someone with these mandates may decide; None if in none."""
    for rule, mandate in _pairs(mandates):
        if (
            rule.step == matter.step
            and matter.change_class in rule.classes
            and rule.kind in (None, matter.kind)
            and (rule.any_area or mandate.programme_area_id in (None, matter.area))
            and mandate.region_id in (None, matter.region)
        ):
            return rule.role
    return None


def matters_for(mandates: Iterable[Mandate]) -> Q:
    """The same as a condition on submissions; matches nothing without a mandate."""
    found = Q(pk__in=[])
    for rule, mandate in _pairs(mandates):
        one = Q(waits_for=rule.step, change_class__in=sorted(rule.classes))
        if rule.kind is not None:
            one &= Q(kind=rule.kind)
        if not rule.any_area and mandate.programme_area_id is not None:
            one &= Q(area=mandate.programme_area_id)
        if mandate.region_id is not None:
            one &= Q(region=mandate.region_id)
        found |= one
    return found


def _pairs(mandates: Iterable[Mandate]) -> Iterator[tuple[Competence, Mandate]]:
    held = list(mandates)
    return ((rule, mandate) for rule in RULES for mandate in held if mandate.role == rule.role)
