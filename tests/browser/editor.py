"""Writing in Wagtail's page editor as people do, beside its autosave.

Wagtail notes what a form holds two seconds after it has opened. What is written before that
counts as already there: it is saved with the next change or with the button, not by itself.
"""

from __future__ import annotations

import json
import re

from playwright.sync_api import Locator, Page, expect

AUTOSAVE_STATE = "data-w-autosave-state-value"
AUTOSAVE_ACTIVE = "data-w-autosave-active-value"


def write_title(page: Page, text: str) -> None:
    """Write another title, and leave the field: the address of a new page follows it."""
    title = page.locator("#id_title")
    title.fill("")
    title.press_sequentially(text)
    title.blur()


def write_in_draftail(field: Locator, text: str) -> None:
    """Write at the end of the first rich text field in `field`, until the form holds it."""
    words = field.locator("[contenteditable=true]").first
    words.press("ControlOrMeta+End")
    words.press_sequentially(text)
    # What has just been written reaches the form a moment later; a save before that loses it.
    last = json.dumps(text.splitlines()[-1], ensure_ascii=False)[1:-1]
    held = field.locator("input:has(+ [data-draftail-editor-wrapper])").first
    expect(held).to_have_value(re.compile(re.escape(last)))


def add_block(stream: Locator, kind: str = "") -> Locator:
    """Add a block at the end of a stream; `kind` is its name where there are several to choose."""
    button = stream.get_by_title("Lägg till ett block").last
    button.evaluate("button => button.scrollIntoView({block: 'center'})")  # clear of the footer
    button.click()
    if kind:
        stream.page.get_by_role("option", name=kind, exact=True).click()
    container = stream.locator("[data-streamfield-stream-container]").first
    return container.locator("> [data-streamfield-child]").last


def save_draft(page: Page) -> int:
    """Press "Spara utkast" and wait until it is saved; gives the page's number."""
    stop_autosave(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Spara utkast").click()
    expect(page.locator(".messages .success")).to_be_visible()
    return int(page.url.rstrip("/").split("/")[-2])


def choose_in_menu(page: Page, name: str) -> None:
    """An action in the drop-up beside "Spara utkast"."""
    stop_autosave(page)
    page.locator("footer").get_by_role("button", name="Fler åtgärder").click()
    page.locator("footer").get_by_role("button", name=name).click()


def stop_autosave(page: Page) -> None:
    """Let it finish what it is at and start nothing more until the page is loaded again.

    It and the button must not save at the same time: a new page would be made by both.
    """
    form = page.locator("form[data-edit-form]")
    form.evaluate(f"form => form.setAttribute('{AUTOSAVE_ACTIVE}', 'false')")
    indicator = page.locator("#w-autosave-indicator")
    expect(indicator).not_to_have_attribute(AUTOSAVE_STATE, "saving")
