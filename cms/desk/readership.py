"""Which of the desk's rows a user may see, and which they answer for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from content_models.vocabulary import Kind
from editorial_workflows.mandates import Role, mandates_of
from editorial_workflows.reading import NATIONAL_READERS, READERS_OF_EVERYTHING

NOTHING = Q(pk__in=())
NATIONAL, REGIONAL = Q(region=None), Q(region__isnull=False)


@dataclass(frozen=True, slots=True)
class Readership:
    """What one user's mandates open, as conditions on the desk's rows."""

    reads_national_drafts: bool
    reads_regions: frozenset[str] | None
    """The regions whose supplements they may read; None: every one."""
    national: Q
    """The articles that they answer for: edit or approve."""
    regional: Q
    """The supplements that they answer for."""
    answers_for_national: bool
    answers_for_regional: bool
    edited_kinds: frozenset[str] | None
    """The kinds of articles whose editor they open; None: every one."""
    edits_supplements: bool
    is_somebody: bool
    """Whether they have any business at the desk."""

    @property
    def reads_supplements(self) -> bool:
        return self.reads_regions is None or bool(self.reads_regions)

    @property
    def writes(self) -> bool:
        """Whether there is something that they may make."""
        return self.edited_kinds is None or bool(self.edited_kinds) or self.edits_supplements

    def edits(self, kind: str, region: str | None) -> bool:
        """Whether a title leads them to the editor, rather than to reading."""
        if region is not None:
            return self.edits_supplements
        return self.edited_kinds is None or kind in self.edited_kinds


def readership_of(user: Any) -> Readership:
    mandates = mandates_of(user)
    roles = {mandate.role for mandate in mandates}
    runs_it = user.is_superuser or Role.ADMINISTRATOR in roles
    everything = runs_it or bool(roles & READERS_OF_EVERYTHING)
    regions = frozenset(m.region_id for m in mandates if m.region_id)
    return Readership(
        reads_national_drafts=everything or bool(roles & NATIONAL_READERS),
        reads_regions=None if everything else regions,
        national=NATIONAL if runs_it else _national(mandates),
        regional=REGIONAL if runs_it else Q(region__in=regions),
        answers_for_national=runs_it
        or bool(roles & {Role.NATIONAL_EDITOR, Role.YOUTH_EDITOR, Role.NATIONAL_APPROVER}),
        answers_for_regional=runs_it or bool(regions),
        edited_kinds=None
        if runs_it or Role.NATIONAL_EDITOR in roles
        else frozenset({str(Kind.YOUTH_PAGE)} if Role.YOUTH_EDITOR in roles else ()),
        edits_supplements=runs_it or Role.REGIONAL_EDITOR in roles,
        is_somebody=user.is_superuser or bool(mandates),
    )


def _national(mandates: list[Any]) -> Q:
    """What these mandates edit or approve of the national texts."""
    found = NOTHING
    for mandate in mandates:
        if mandate.role == Role.NATIONAL_EDITOR:
            found |= NATIONAL
        elif mandate.role == Role.YOUTH_EDITOR:
            found |= NATIONAL & Q(kind=Kind.YOUTH_PAGE)
        elif mandate.role == Role.NATIONAL_APPROVER:
            area = mandate.programme_area_id
            found |= NATIONAL & Q(area=area) if area is not None else NATIONAL
    return found


def articles_for(readership: Readership) -> Q:
    """The national articles whose names they may be shown: drafts are for their readers."""
    return NATIONAL if readership.reads_national_drafts else NATIONAL & Q(page__live=True)


def supplements_for(readership: Readership) -> Q:
    regions = readership.reads_regions
    return REGIONAL if regions is None else Q(region__in=regions)
