"""“Still correct” in a region on two steps: one click each, by two approvers."""

from __future__ import annotations

import pytest

from content_models.models import CurrentEdition
from editorial_workflows.refusals import NotYours
from editorial_workflows.submissions import Submission
from editorial_workflows.supplementing.settling import confirm
from region_overlays.models import Region, SupplementStanding
from region_overlays.region import ApprovalPath
from tests.factories import people
from tests.factories.published import revise
from tests.factories.reviewing import approved
from tests.factories.supplemented import REWORDED, supplement_page, supplemented

pytestmark = pytest.mark.django_db
PART = "katarakt/sv/14/ett"


def status() -> str:
    return SupplementStanding.objects.get(part=PART).status


def test_one_approver_s_click_waits_for_another_s() -> None:
    Region.objects.filter(pk="14").update(approval_path=ApprovalPath.TWO_STEPS)
    revise(supplemented(), sections=REWORDED)
    gosta, gerd = [people.regional_approver("14", name) for name in ("gosta", "gerd")]
    national = CurrentEdition.objects.get(part="katarakt/sv").edition_id

    assert not confirm(supplement_page(PART), people.again(gosta), seen=national)
    assert status() == "national-changed"
    submission = Submission.objects.latest("pk")
    with pytest.raises(NotYours):
        approved(submission, gosta)
    assert approved(submission, gerd).is_final
    assert status() == "current"
