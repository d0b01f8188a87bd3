"""The parts of a new page's form, as an editor fills them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.editor import add_block


def new_page(page: Page, kind: str) -> None:
    """From anywhere: two clicks."""
    page.get_by_role("link", name="Ny artikel eller sida").click()
    page.locator("main").get_by_role("link", name=kind).click()
    expect(page.locator("#id_title")).to_be_visible()


def section(page: Page, id: str) -> Locator:
    """The form's section with that id, wherever it stands."""
    for field in page.locator("[name$='-value-section_id']").all():
        if field.input_value() == id:
            place = (field.get_attribute("name") or "").removesuffix("-value-section_id")
            found = page.locator(f"[data-streamfield-child]:has(> input[name='{place}-deleted'])")
            toggle = found.locator("[data-panel-toggle]").first
            if toggle.get_attribute("aria-expanded") == "false":
                toggle.click()
            return found
    raise AssertionError(f"the form has no section {id}")


def write_table(block: Locator, headings: Sequence[str], cells: Sequence[str]) -> None:
    """A table begins with a row."""
    for heading in headings:
        block.locator("[data-append-column]").click()
        block.locator(".add-column-menu").get_by_role("button", name="Text").click()
        block.locator("input[name*='-column-'][name$='-heading']").last.fill(heading)
    for place, words in enumerate(cells):
        cell = block.locator("tbody tr").first.locator("[contenteditable=true], input[type=text]")
        cell.nth(place).press_sequentially(words)


def upload_image(block: Locator, file: Path, alt: str) -> None:
    page = block.page
    block.get_by_role("button", name="Välj en bild").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Ladda upp").click()
    dialog.locator("input[type=file]").set_input_files(file)
    expect(dialog.get_by_label("Titel")).to_have_value(file.stem)
    dialog.get_by_role("button", name="Ladda upp").click()
    expect(dialog).to_have_count(0)
    block.locator("input[name$='-alt']").fill(alt)


def choose_code(page: Page, code: str) -> None:
    page.get_by_role("button", name="Lägg till diagnoskod").click()
    page.get_by_role("button", name="Välj en kod").last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Kod eller ord").press_sequentially(code)
    dialog.get_by_role("link", name=re.compile(rf"^\s*{re.escape(code)} ")).click()
    expect(dialog).to_have_count(0)


def cite(page: Page, label: str, source: str) -> None:
    """A source in the list of references."""
    stream = page.locator("#panel-child-innehåll-referenser-section, [data-contentpath=references]")
    reference = add_block(stream.first)
    reference.locator("input[name$='-label']").fill(label)
    reference.locator("[contenteditable=true]").press_sequentially(source)


def preview(page: Page) -> FrameLocator:
    """The preview beside the form, opened."""
    toggle = page.get_by_role("button", name="Växla förhandsgranskning")
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    return page.frame_locator("[data-w-preview-target=iframe], iframe").last
