"""An exception anywhere in publishing leaves nothing live, no edition and no pointer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.dispatch import Signal
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished, published, unpublished

from content_models.editions import ledger, listing, routes
from content_models.editions.editioned import EditionedPage
from content_models.models import Edition, LedgerHead
from tests.factories.published import approve, article, draft_article, publish, supplement

from .state import nothing_published, published_state, sequences

pytestmark = pytest.mark.django_db


class Broken(Exception):
    pass


def breaks(*_args: Any, **_kwargs: Any) -> Any:
    raise Broken


@contextmanager
def breaking(signal: Signal) -> Iterator[None]:
    signal.connect(breaks, weak=False)
    try:
        yield
    finally:
        signal.disconnect(breaks)


STEPS = [
    (listing, "refresh"),
    (listing.ListedCode.objects, "bulk_create"),
    (ledger, "safety_changes"),
    (ledger.Ledger, "_commit"),
    (ledger.Edition.objects, "bulk_create"),
    (ledger.CurrentEdition.objects, "bulk_create"),
    (LedgerHead, "save"),
    (EditionedPage, "render"),
]


@pytest.mark.parametrize(("place", "name"), STEPS, ids=[name for _place, name in STEPS])
def test_an_exception_at_any_step_undoes_all(
    draft: Any, monkeypatch: pytest.MonkeyPatch, place: Any, name: str
) -> None:
    approve(draft)
    owner = type(draft) if name == "render" else place
    monkeypatch.setattr(owner, name, breaks)
    with nothing_published(), pytest.raises(Broken):
        draft.get_latest_revision().publish()


@pytest.mark.parametrize("name", ["claim", "save_routes", "bump_reference"])
def test_an_exception_over_the_address_undoes_all(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    page = draft_article()
    approve(page)
    monkeypatch.setattr(routes, name, breaks)
    with nothing_published(), pytest.raises(Broken):
        page.get_latest_revision().publish()


@pytest.mark.parametrize("signal", [page_published, published])
def test_an_exception_in_a_receiver_undoes_all(draft: Any, signal: Signal) -> None:
    approve(draft)
    with breaking(signal), nothing_published(), pytest.raises(Broken):
        draft.get_latest_revision().publish()
    publish(draft)
    assert draft.live


@pytest.mark.parametrize("signal", [page_unpublished, unpublished])
def test_an_exception_while_unpublishing_leaves_it_published(draft: Any, signal: Signal) -> None:
    page = publish(draft)
    with breaking(signal), nothing_published(), pytest.raises(Broken):
        page.unpublish()


def test_an_exception_while_deleting_leaves_it_published(
    draft: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = publish(draft)
    monkeypatch.setattr(ledger.Ledger, "_commit", breaks)
    with nothing_published(), pytest.raises(Broken):
        page.delete()


def test_time_never_runs_backwards_in_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    page = article()
    earlier = timezone.now() - timedelta(hours=1)
    monkeypatch.setattr(ledger.timezone, "now", lambda: earlier)
    supplement(page)
    page.unpublish()
    times = [edition.valid_from for edition in Edition.objects.order_by("pk")]
    assert times == [times[0]] * 3


def test_sequences_have_no_gaps_whatever_is_refused_between(draft: Any) -> None:
    before = Edition.objects.count()
    with breaking(published), pytest.raises(Broken):
        publish(draft)
    page = publish(draft)
    page.unpublish()
    assert sequences() == [*range(1, before + 3)]


def test_drafts_and_the_same_revision_again_append_nothing(draft: Any) -> None:
    page = publish(draft)
    with nothing_published():
        page.get_latest_revision().publish()
        page.refresh_from_db()
        page.save()
        latest = page.get_latest_revision_as_object()
        latest.title = "Utkast"
        latest.save_revision()


def test_a_supplement_touches_only_its_own_rows() -> None:
    page = article()
    supplement(page, "12", id="utredning")
    own = supplement(page, "14", id="utredning")
    before = published_state()
    own.save_revision()
    publish(own)
    after = published_state()
    assert after["Edition"][:-1] == before["Edition"]
    for table in ("ListedArticle", "ListedCode", "Route"):
        assert after[table] == before[table]
    changed = set(after["CurrentEdition"]) ^ set(before["CurrentEdition"])
    assert {row[0] for row in changed} == {"katarakt/sv/14/utredning"}
    assert {row[0] for row in set(after["live"]) ^ set(before["live"])} == {own.pk}
