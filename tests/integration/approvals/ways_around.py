"""Ways round an approval, each tried through the admin's own addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision

from cms.schedule import publish_due
from content_models.languages import locale_of
from tests.factories import people
from tests.factories.reviewing import changed, latest

from . import contributing
from .doors import bulk_address, edit_form


@dataclass
class Pages:
    """A draft that nobody approved, and a published page with changes that nobody approved."""

    draft: Any
    live: Any

    def both(self) -> Iterator[Any]:
        yield latest(self.draft)
        yield latest(self.live)


def page_url(name: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def by_publishing(client: Client, pages: Pages) -> None:
    for page in pages.both():
        client.post(page_url("edit", page.pk), edit_form(page, **{"action-publish": "1"}))


def by_creating_published(client: Client, pages: Pages) -> None:
    form = edit_form(pages.draft, key="ny", slug="ny", **{"action-publish": "1"})
    folder = pages.draft.get_parent()
    client.post(page_url("add", "content_models", "knowledgesupportpage", folder.pk), form)
    assert not Page.objects.filter(slug="ny").live().exists()


def by_scheduling(client: Client, pages: Pages) -> None:
    soon = (timezone.localtime() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    for page in pages.both():
        form = edit_form(page, go_live_at=soon, **{"action-publish": "1"})
        client.post(page_url("edit", page.pk), form)
        assert not latest(page).revisions.exclude(approved_go_live_at=None).exists()
        # Nor if its time were set by other means, and had come.
        due = changed(page, people.editor(), go_live_at=None).latest_revision_id
        late = timezone.now() - timedelta(minutes=1)
        Revision.objects.filter(pk=due).update(approved_go_live_at=late)
    assert len(publish_due(should_stop=lambda: False)) == 2, "both are refused"


def by_bulk(client: Client, pages: Pages) -> None:
    folder = pages.draft.get_parent()
    for ids in ([pages.draft], [pages.live], [pages.draft, pages.live], [folder]):
        client.post(bulk_address("publish", *ids), {"include_descendants": "on"})


def by_reverting(client: Client, pages: Pages) -> None:
    for page in pages.both():
        for revision in list(page.revisions.all()):
            address = page_url("revisions_revert", page.pk, revision.pk)
            form = edit_form(page, revision=revision.pk, **{"action-publish": "1"})
            client.post(address, form)


def by_copying(client: Client, pages: Pages) -> None:
    for page in (*pages.both(), pages.draft.get_parent()):
        for choice in ("publish_copies", "alias", "copy_subpages"):
            new = {"new_title": "Kopia", "new_slug": f"{choice}-{page.pk}"}
            parent = page.get_parent().pk
            fields = {**new, "new_parent_page": parent, "publish_copies": "on", choice: "on"}
            client.post(page_url("copy", page.pk), fields)


def by_translating(client: Client, pages: Pages) -> None:
    for page in pages.both():
        address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        client.post(address, {"locales": [locale_of("fi").pk], "include_subtree": "on"})


def by_updating_translations(client: Client, pages: Pages) -> None:
    translation = contributing.synced(pages.live, people.administrator())
    assert not contributing.target(translation).live
    for form in ({"publish_translations": "on"}, {"publish_translations": "on", **MACHINE}):
        update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
        client.post(update, form)
    machine = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    client.post(machine, {})
    target = translation.get_target_instance()
    client.post(page_url("edit", target.pk), {"action": "publish"})
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    target = contributing.target(translation)
    client.post(page_url("edit", target.pk), edit_form(target, **{"action-publish": "1"}))


MACHINE = {"use_machine_translation": "on"}


def by_aliases(client: Client, pages: Pages) -> None:
    translation = contributing.synced(pages.live, people.administrator())
    target = translation.get_target_instance()
    client.post(reverse("wagtail_localize:convert_to_alias", args=[target.pk]))
    client.post(page_url("convert_alias", target.pk))
    client.post(page_url("edit", target.pk), {"localize-convert-to-alias": "1"})


def by_privacy(client: Client, pages: Pages) -> None:
    for page in (*pages.both(), pages.draft.get_parent()):
        for kind in ("none", "login", "password", "groups"):
            client.post(page_url("set_privacy", page.pk), {"restriction_type": kind})
    assert not PageViewRestriction.objects.exists()


def by_wagtails_workflow(client: Client, pages: Pages) -> None:
    """Its buttons for submitting, and for starting over what was never handed in."""
    for button in ("action-submit", "action-restart-workflow", "action-cancel-workflow"):
        for page in pages.both():
            client.post(page_url("edit", page.pk), edit_form(page, **{button: "1"}))


def by_wagtails_admin_api(client: Client, pages: Pages) -> None:
    for page in pages.both():
        bodies: dict[str, dict[str, Any]] = {
            "publish": {},
            "copy": {"keep_live": True, "slug": f"kopia-{page.pk}", "recursive": True},
            "create_alias": {"update_slug": f"alias-{page.pk}", "recursive": True},
            "copy_for_translation": {"locale": "fi", "copy_parents": True, "recursive": True},
            "convert_alias": {},
            "revert_to_page_revision": {"revision_id": page.revisions.earliest("pk").pk},
        }
        for action, body in bodies.items():
            address = f"/admin/api/main/pages/{page.pk}/action/{action}/"
            client.post(address, body, content_type="application/json")
        client.post(f"/admin/api/main/pages/{page.pk}/action/publish/")
    folder = pages.draft.get_parent().pk
    for action in ("copy", "create_alias"):
        body = {"recursive": True, "keep_live": True, "slug": action, "update_slug": action}
        address = f"/admin/api/main/pages/{folder}/action/{action}/"
        client.post(address, body, content_type="application/json")


WAYS: list[Callable[[Client, Pages], None]] = [
    *(by_publishing, by_creating_published, by_scheduling, by_bulk, by_reverting, by_copying),
    *(by_translating, by_updating_translations, by_aliases, by_privacy, by_wagtails_workflow),
    by_wagtails_admin_api,
]
