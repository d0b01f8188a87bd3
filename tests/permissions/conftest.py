"""One world for all these tests; every request is undone, and the end undoes the world."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from search.indexing import catch_up

from .world import World
from .world import world as make_world


@pytest.fixture(scope="package")
def world(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[World]:
    ours = override_settings(
        MESSAGE_STORAGE="tests.permissions.asking.KeptMessages",
        SEARCH_INDEX_PATH=tmp_path_factory.mktemp("search"),
    )
    logging.disable(logging.ERROR)  # Django tells of every refusal; what breaks is a finding.
    try:
        with django_db_blocker.unblock(), ours, transaction.atomic():
            made = make_world()
            catch_up()
            gc.freeze()
            yield made
            transaction.set_rollback(True)
    finally:
        gc.unfreeze()
        logging.disable(logging.NOTSET)
