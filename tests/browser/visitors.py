"""People at their browsers: each with a session of their own on the test's site."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

from tests.browser.watching import watch

SCREENSHOTS = "TILLAGG_SCREENSHOTS"
TIMEOUT = 15_000
VIEWPORT: ViewportSize = {"width": 1280, "height": 900}
HEIGHT = "Math.max(...[...document.querySelectorAll('html, main')].map(e => e.scrollHeight))"


class Visitors:
    """The open browser contexts of one test."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser = browser
        self.site = site
        self.contexts: dict[str, BrowserContext] = {}
        self.troubles: list[str] = []

    def page(self, name: str) -> Page:
        """A page of a new visitor, in Swedish, at no address yet."""
        context = self.browser.new_context(
            base_url=self.site,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            viewport=VIEWPORT,
            reduced_motion="reduce",
        )
        context.set_default_timeout(TIMEOUT)
        watch(context, self.troubles)
        self.contexts[f"{len(self.contexts) + 1}-{name}"] = context
        return context.new_page()

    def signed_in(self, username: str) -> Page:
        """A page of a new visitor who has logged in as the user."""
        page = self.page(username)
        client = Client()
        client.force_login(get_user_model().objects.get_by_natural_key(username))
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": self.site}]
        )
        return page

    def photograph(self, test: str) -> None:
        """A screenshot of all that is open, named by the test and the visitor."""
        for name, context in self.contexts.items():
            for number, page in enumerate(context.pages, 1):
                with suppress(Error):  # a page that has crashed has no picture
                    shot(page, f"{test}-{name}-{number}")

    def expect_no_troubles(self) -> None:
        for context in self.contexts.values():
            for page in context.pages:
                page.evaluate("0")  # with the answer comes all that was noted until then
        assert not self.troubles, "something went wrong in a browser"

    def leave(self) -> None:
        """Close everything."""
        for context in self.contexts.values():
            context.close()
        self.contexts.clear()


def shot(page: Page, name: str, viewport: ViewportSize = VIEWPORT) -> None:
    """Keep a screenshot of the whole page in the folder that the environment names, if it does."""
    folder = os.environ.get(SCREENSHOTS)
    if not folder:
        return
    # The admin's pages are as high as the window and scroll inside.
    height = page.evaluate(HEIGHT)
    page.set_viewport_size({**viewport, "height": max(height, viewport["height"])})
    file = re.sub(r"[^\w.-]+", "-", name) + ".png"
    page.screenshot(path=Path(folder) / file, full_page=True, animations="disabled")
    page.set_viewport_size(viewport)
