"""One deletes what another has just chosen: whoever comes second is told, and nothing breaks."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, connections, transaction

from content_models.in_use.refusing import InUse
from content_models.models import ArticleCode, DiagnosisCode
from tests.factories.published import codes, draft_article, section
from tests.integration.languages.every_block import image
from tests.integration.ledger.threads import closing

from . import naming

# On SQLite there is one writer at a time; its tests' database is one connection under one lock.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]
SECONDS = 20
A_WHILE = 0.5


class Beside:
    """A call in a thread with a connection of its own."""

    def __init__(self, call: Any) -> None:
        self.raised: BaseException | None = None
        self.thread = threading.Thread(target=closing, args=[lambda: self._run(call)])
        self.thread.start()

    def _run(self, call: Any) -> None:
        try:
            call()
        except (PermissionDenied, connections["default"].Database.Error) as raised:
            self.raised = raised

    def is_waiting(self) -> bool:
        self.thread.join(A_WHILE)
        return self.thread.is_alive()

    def outcome(self) -> BaseException | None:
        self.thread.join(SECONDS)
        assert not self.thread.is_alive()
        return self.raised


def named_by(page: Any, one: Any) -> Any:
    """The page, about to be saved with it."""
    if isinstance(one, DiagnosisCode):
        page.article_codes = [ArticleCode(code=one)]
    else:
        page.sections = [section("utredning", naming.picture(one))]
    return page


def _code() -> DiagnosisCode:
    codes("H25\tÅldersstarr")
    node: DiagnosisCode = DiagnosisCode.objects.get()
    return node


@pytest.mark.parametrize("make", [image, _code])
def test_deleting_waits_for_the_draft_and_is_refused(make: Any) -> None:
    one = make()
    page = named_by(draft_article(), one)
    with transaction.atomic():
        page.save_revision(clean=False)
        deleting = Beside(one.delete)
        assert deleting.is_waiting()
    assert isinstance(deleting.outcome(), InUse)
    assert type(one)._base_manager.filter(pk=one.pk).exists()


@pytest.mark.parametrize("make", [image, _code])
def test_saving_waits_for_the_deletion_and_is_refused(make: Any) -> None:
    one = make()
    pk = one.pk
    page = named_by(draft_article(), one)
    before = page.revisions.count()
    with transaction.atomic():
        one.delete()
        one.pk = pk
        saving = Beside(lambda: page.save_revision(clean=False))
        assert saving.is_waiting()
    assert isinstance(saving.outcome(), PermissionDenied)
    assert page.revisions.count() == before


def test_two_drafts_that_name_the_same_do_not_wait_for_each_other() -> None:
    one = image()
    first, second = (named_by(draft_article(key), one) for key in ("ett", "tva"))
    with transaction.atomic():
        first.save_revision(clean=False)
        saving = Beside(lambda: second.save_revision(clean=False))
        assert saving.outcome() is None
