"""Those who write, in the admin, and what they write in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.factories import people


@pytest.fixture
def national(db: None) -> Client:
    found: Client = people.client_of(people.editor())
    return found


@pytest.fixture
def regional(db: None) -> Client:
    found: Client = people.client_of(people.regional_editor("14"))
    return found


@pytest.fixture
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
