"""Real browsers on a real server: who visits, what they see, and what must never go wrong.

A test that asks for `signed_in`, `visitor` or `site` has a database of its own without a mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django import DjangoDbBlocker

from tests.browser import visitors as visiting
from tests.browser.database import copied
from tests.browser.server import serving
from tests.browser.visitors import TIMEOUT, Visitors
from tests.services import chromium
from tests.services.availability import ServiceUnavailableError

ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
SignedIn = Callable[[str], Page]
Shot = Callable[..., None]


@pytest.fixture(scope="package")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """One Chromium for tests that follow each other: the runner's, else what is installed.

    It ends before other tests: Playwright marks the thread as one that runs an event loop, and
    Django's connections are others while that mark is on.
    """
    try:
        path = chromium.installed().path
    except ServiceUnavailableError as error:
        pytest.skip(str(error))
    expect.set_options(timeout=TIMEOUT)
    connections.close_all()  # PostgreSQL copies only a database that nobody is connected to
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=[*chromium.ARGUMENTS, ONLY_THIS_MACHINE]
        )
        yield running
        running.close()


@pytest.fixture
def db(
    request: pytest.FixtureRequest,
    browser: Browser,
    django_db_blocker: DjangoDbBlocker,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[None]:
    """In place of pytest-django's: a copy of the test database, where everything is committed."""
    assert not request.node.get_closest_marker("django_db"), "a browser test needs no mark"
    # Because of the mark Django would refuse to ask the database. Nothing is asynchronous here: the
    # loop stands still whenever the test itself runs.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with django_db_blocker.unblock(), copied(tmp_path):
        yield


@pytest.fixture
def site(db: None, settings: Any, tmp_path: Path) -> Iterator[str]:
    """The address of a server with this test's database, files and search index."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SEARCH_INDEX_PATH = tmp_path / "search"
    with serving() as address:
        settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = address
        yield address


@pytest.fixture
def visitors(browser: Browser, site: str) -> Iterator[Visitors]:
    visitors = Visitors(browser, site)
    yield visitors
    visitors.leave()


@pytest.fixture
def signed_in(visitors: Visitors) -> SignedIn:
    """`signed_in(username)`: a page in a browser of that user's own, logged in."""
    return visitors.signed_in


@pytest.fixture
def visitor(visitors: Visitors) -> Page:
    """A page in the browser of somebody who has not logged in."""
    return visitors.page("visitor")


@pytest.fixture
def shot() -> Shot:
    """`shot(page, name)`: a screenshot for people to look at, where TILLAGG_SCREENSHOTS is set."""
    return visiting.shot


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """A test fails of what went wrong unseen too; a failed one leaves pictures."""
    visitors = pyfuncitem.funcargs.get("visitors")
    if not isinstance(visitors, Visitors):
        return (yield)
    try:
        result = yield
        visitors.expect_no_troubles()
    except (Exception, pytest.fail.Exception) as error:
        visitors.photograph(pyfuncitem.name)
        for trouble in visitors.troubles:
            error.add_note(trouble)
        raise
    return result
