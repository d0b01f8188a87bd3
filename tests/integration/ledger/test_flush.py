"""A flush empties everything but leaves a database that can be published into."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from content_models.editions import append_only
from content_models.models import Edition, LedgerHead
from region_overlays.models import RegionPage
from tests.factories.published import article


@pytest.mark.django_db(transaction=True)
def test_a_flush_brings_everything_back() -> None:
    article()
    append_only.lift()
    call_command("flush", interactive=False, verbosity=0)
    assert append_only.expected() == append_only.installed()
    assert LedgerHead.objects.count() == 1
    assert RegionPage.objects.count() == 21
    assert Edition.objects.count() == 0
    assert article().live
