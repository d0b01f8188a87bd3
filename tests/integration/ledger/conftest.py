"""A page of each sort that goes through the ledger, and someone whom Wagtail lets do all."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.factories.published import article, draft_article, draft_supplement


@pytest.fixture(params=["article", "supplement"])
def draft(request: pytest.FixtureRequest, db: None) -> Any:
    """A draft that nobody approved: an article's, and a supplement's to a published article."""
    if request.param == "article":
        return draft_article(key="glaukom", title="Glaukom")
    return draft_supplement(article(), id="utredning")


@pytest.fixture
def admin(db: None) -> Client:
    """Logged in as someone whom Wagtail lets do everything."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("root", "root@example.org", "x"))
    return client
