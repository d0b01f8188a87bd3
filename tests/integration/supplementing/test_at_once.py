"""Two people settle the same supplement, or the nation publishes meanwhile: one clear state."""

from __future__ import annotations

from typing import Any

import pytest

from content_models.models import Approval, Edition
from editorial_workflows.refusals import Refused
from editorial_workflows.supplementing.settling import confirm
from region_overlays.staleness import Status
from tests.factories import people
from tests.integration.ledger.threads import ON_POSTGRESQL, together

from .scene import get, national, on_first, post, reworded, said, seen, standing


def settled(page: Any, by: Any, opened: int) -> str:
    try:
        confirm(page, by, seen=opened)
    except Refused as refused:
        return str(refused)
    return ""


@pytest.mark.django_db
def test_the_second_is_told_and_changes_nothing() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    gosta, gun = people.regional_approver(), people.regional_approver(name="gun")
    opened = seen(ours)
    assert get(gun, "supplementing:settle", ours.pk).status_code == 200
    post(gosta, "supplementing:settle", ours.pk, seen=opened)
    before = Edition.objects.count(), Approval.objects.count()
    assert "redan" in said(post(gun, "supplementing:settle", ours.pk, seen=opened))
    assert (Edition.objects.count(), Approval.objects.count()) == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite: one writer at a time, see above")
def test_two_threads_make_one_edition() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    people_of_it = [people.regional_approver(), people.regional_approver(name="gun")]
    opened, before = seen(ours), Edition.objects.count()
    told = together(*(lambda user=user: settled(ours, user, opened) for user in people_of_it))
    assert sorted(map(bool, told)) == [False, True]
    assert Edition.objects.count() == before + 1
    assert standing(ours).status == Status.CURRENT


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite: one writer at a time, see above")
def test_settled_while_the_nation_publishes_is_settled_beside_what_was_read() -> None:
    page = national()
    ours = on_first(page)
    reworded(page)
    gosta, opened = people.regional_approver(), seen(ours)
    told, _none = together(
        lambda: settled(ours, gosta, opened), lambda: reworded(page, words="Undersök igen.") and ""
    )
    status = standing(ours).status
    # Either came first; what nobody has read is never what was confirmed.
    assert status == Status.NATIONAL_CHANGED
    assert told == "" or "ändrats igen" in told
