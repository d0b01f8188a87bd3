"""Six people, what each may do, and what they have before them when the machine starts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from content_models.models import ProgrammeArea
from editorial_workflows import roles
from region_overlays.models import Region
from tests.factories import people
from tests.factories.reviewing import AREA, approved, changed, handed_in, regional, written
from tests.integration.import_content import content

OTHER_AREA = "Tandvård"
PEOPLE = ("anna", "bodil", "elis", "osten", "rut", "adam")


class Clock:
    """Moved on by the machine; everyone's `timezone.now`."""

    real = timezone.now
    passed = timedelta()

    def now(self) -> Any:
        return Clock.real() + self.passed


CLOCK = Clock()


def mandates() -> dict[str, set[str]]:
    area = ProgrammeArea.objects.get(name=AREA).pk
    return {
        "anna": {"editor"},
        "bodil": {"editor", "approver"},
        "elis": {"expert"},
        "osten": {f"approver of area {area}"},
        "rut": {"approver of region 14"},
        "adam": set(),
    }


def prepare(folder: Path) -> None:
    """The people; articles as a draft, imported, published and scheduled; a supplement's draft."""
    ProgrammeArea.objects.get_or_create(name=OTHER_AREA)
    people.area_approver(AREA)
    people.editor()
    people.person("bodil", roles.NATIONAL_EDITORS, roles.NATIONAL_APPROVERS)
    people.expert()
    people.regional_editor()
    people.administrator()
    people.person("rut", roles.regional_approvers(Region.objects.get(pk="14")))
    content.write(folder, glaukom=content.article("glaukom", programme_area=AREA))
    assert content.published(folder).code == 0
    written(people.editor(), "katarakt")
    by_the_book(written(people.editor(), "astigmatism"))
    later = timezone.now() + timedelta(days=2)
    by_the_book(changed(written(people.editor(), "myopi"), people.editor(), go_live_at=later))
    regional(people.administrator(), content.page_of("glaukom"), "14", id="utredning")


def by_the_book(page: Any) -> None:
    submission = handed_in(page, people.editor())
    approved(submission, people.expert())
    approved(submission, people.person("osten"))
