"""Logging in, and writing a first draft by hand."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from content_models.models import Edition, FolderPage, KnowledgeSupportPage
from content_models.vocabulary import Kind
from editorial_workflows.roles import NATIONAL_EDITORS
from tests.browser.conftest import Shot, SignedIn
from tests.browser.editor import add_block, save_draft, write_in_draftail, write_title
from tests.browser.writing import section

PASSWORD = "röda åsnor äter örter"


@pytest.fixture
def editor(site: str) -> str:
    user = get_user_model().objects.create_user("åsa", password=PASSWORD)
    user.groups.add(Group.objects.get(name=NATIONAL_EDITORS))
    return user.get_username()


def test_only_the_right_password_opens_the_admin(editor: str, visitor: Page, shot: Shot) -> None:
    visitor.goto("/admin/")
    visitor.get_by_label("Användarnamn").fill(editor)
    for password in ("fel lösenord", PASSWORD):
        visitor.get_by_placeholder("Ange lösenord").fill(password)
        visitor.get_by_role("button", name="Logga in").click()
        if password != PASSWORD:
            refusal = visitor.get_by_text("Ditt användarnamn och lösenord matchade inte.")
            expect(refusal).to_be_visible()
            shot(visitor, "log-in-refused")

    expect(visitor.get_by_role("heading", name="Tillägg")).to_be_visible()
    expect(visitor.get_by_role("button", name=editor)).to_be_visible()
    shot(visitor, "logged-in")


def test_a_national_editor_writes_a_draft(editor: str, signed_in: SignedIn, shot: Shot) -> None:
    folder = FolderPage.objects.get(kind=Kind.KNOWLEDGE_SUPPORT, locale__language_code="sv")
    page = signed_in(editor)
    page.goto(f"/admin/pages/{folder.pk}/")
    shot(page, "explorer")
    page.get_by_role("link", name="Lägg till undersida").click()
    page.get_by_role("link", name="Kunskapsstöd", exact=True).click()

    write_title(page, "Grå starr hos äldre")
    text = add_block(section(page, "utredning"), "Text")
    write_in_draftail(text, "Ögats lins blir grå – åtgärda.")
    shot(page, "editor")
    number = save_draft(page)
    shot(page, "draft-saved")

    draft = KnowledgeSupportPage.objects.get(pk=number)
    assert (draft.title, draft.live) == ("Grå starr hos äldre", False)
    assert "Ögats lins blir grå – åtgärda." in str(draft.sections)
    assert draft.latest_revision.user.get_username() == editor
    assert not Edition.objects.exists()
    page.goto(f"/admin/pages/{folder.pk}/")
    expect(page.get_by_role("row", name="Grå starr hos äldre")).to_contain_text("utkast")
    shot(page, "explorer-with-draft")
