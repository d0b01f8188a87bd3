"""A region's publication is its own: one edition, nobody else's rows, seen at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from content_models.models import CurrentEdition, Edition, ListedArticle
from editorial_workflows.refusals import Refused
from region_overlays.models import SupplementStanding
from tests.factories import people
from tests.factories.published import text
from tests.factories.reviewing import approved, changed, handed_in, regional

from .scene import national, on_first

pytestmark = pytest.mark.django_db


def rows() -> dict[str, Any]:
    """Everything that is kept of what is published, without region 14's."""
    models = {"current": CurrentEdition, "listed": ListedArticle, "standing": SupplementStanding}
    return {
        name: list(model.objects.exclude(pk__contains="/14/").order_by("pk").values())
        for name, model in models.items()
    } | {"editions": list(Edition.objects.exclude(region="14").order_by("pk").values())}


def page_for(client: Client, region: str, **query: str) -> Any:
    return client.get("/api/v1/pages/katarakt", {"region": region} | query).json()


def words(client: Client, region: str) -> str:
    return str(page_for(client, region)["sections"])


def test_one_edition_and_no_other_row(client: Client) -> None:
    page = national()
    on_first(page, "12", blocks=[text("Skånes ord.")])
    rut, gosta = people.regional_editor(), people.regional_approver()
    ours = regional(rut, page, "14", after=1, id="remiss", blocks=[text("Våra ord.")])
    submission = handed_in(ours, rut)
    before, count = rows(), Edition.objects.count()
    approved(submission, gosta)
    assert rows() == before
    assert Edition.objects.count() == count + 1
    assert Edition.objects.latest("sequence").part == "katarakt/sv/14/remiss"
    assert "Våra ord" in words(client, "14")
    assert "Våra ord" not in words(client, "12") + words(client, "01")
    assert "Skånes ord" in words(client, "12")


def test_withdrawn_is_gone_with_the_next_request_and_in_the_feed(client: Client) -> None:
    page = national()
    ours = on_first(page, blocks=[text("Våra ord.")])
    assert "Våra ord" in words(client, "14")
    since = Edition.objects.latest("sequence").sequence
    approver = people.client_of(people.regional_approver())
    address = reverse("wagtailadmin_pages:unpublish", args=[ours.pk])
    approver.post(address, {"note": "Mottagningen har stängt."})
    assert "Våra ord" not in words(client, "14")
    [change] = client.get("/api/v1/changes", {"since": since}).json()["items"]
    assert (change["part"], change["tombstone"]) == ("katarakt/sv/14/remiss", True)
    assert change["note"] == "Mottagningen har stängt."


def test_the_day_after_its_last_it_is_withheld(client: Client, monkeypatch: Any) -> None:
    page = national()
    today = localdate()
    on_first(page, blocks=[text("Våra ord.")], valid_until=today)
    on_first(page, "12", blocks=[text("Våra ord.")], valid_until=today - timedelta(days=1))
    assert "Våra ord" in words(client, "14")
    assert "Våra ord" not in words(client, "12")
    assert page_for(client, "12")["withheld"] == [
        {"region": "12", "section": "utredning", "reason": "expired"}
    ]
    then = (today - timedelta(days=1)).isoformat()
    assert page_for(client, "14", as_of=f"{then}T12:00:00Z").get("status") == 404


def test_a_day_that_has_passed_is_not_handed_in() -> None:
    page = national()
    rut = people.regional_editor()
    ours = regional(rut, page, "14", after=1, valid_until=localdate() - timedelta(days=1))
    with pytest.raises(Refused, match="har passerat"):
        handed_in(ours, rut)
    changed(ours, rut, valid_until=localdate())
    handed_in(ours, rut)
