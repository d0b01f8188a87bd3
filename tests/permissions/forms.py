"""What browsers would post, complete enough for the thing to happen."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from region_overlays.placing import choose_place
from tests.factories import people

from .objects import Owner, Thing
from .values import destination
from .world import World

Form = dict[str, Any]


def edited(*buttons: str) -> Any:
    """The editor, with other words; `buttons` that were pressed."""

    def form(_world: World, thing: Thing) -> Form:
        fields = _supplement(thing) if thing.region else _article(thing)
        pressed = dict.fromkeys(buttons, "1")
        return nested_form_data(
            {
                "title": "Ny titel",
                "slug": thing.page.slug,
                "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
                "references": streamfield([]),
                "review_by": "",
                "approving_body": getattr(thing.page, "approving_body_id", None) or "",
                **fields,
                **pressed,
            }
        )

    return form


def made(_world: World, thing: Thing) -> Form:
    """A new page beside it; a supplement at a place in the same article."""
    new = {"title": "Ny sida", "slug": "ny-sida", "key": ""}
    return edited()(_world, thing) | new | ({"place": placed(thing)} if thing.region else {})


def placed(thing: Thing, parent: Any = None) -> str:
    """What the server signs for who stands at a section's end in the supplement's article."""
    below = parent or thing.page.get_parent()
    place = choose_place(below, thing.page.article_key, "utredning", None)
    return place.signed()


def beside(_world: World, thing: Thing) -> dict[str, str] | None:
    """The place that a new supplement is begun at."""
    return {"article": thing.page.article_key, "section": "utredning"} if thing.region else None


def _text() -> Any:
    block = {"html": rich_text("<p>Andra ord.</p>"), "care_levels": []}
    return streamfield([("text", block)])


def _supplement(_thing: Thing) -> Form:
    return {"valid_until": "", "body": _text()}


def _article(thing: Thing) -> Form:
    part = {"section_id": "utredning", "title": "Utredning", "level": "2", "blocks": _text()}
    fields = {
        "summary": "",
        "key": thing.page.key,
        "keywords": "",
        "counterpart_key": "",
        "programme_area": thing.page.programme_area_id,
        "sections": streamfield([("section", part)]),
        "article_codes": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }
    if thing.owner is Owner.YOUTH:
        fields |= {"age_min": 7, "age_max": 12, "reading": "alone", "perspective": "patient"}
        fields |= {"adaptations": ""}
    return fields


def copied_to(place: Any = None) -> Any:
    """The form of a copy; `place` says where to, else beside the original."""

    def form(world: World, thing: Thing) -> Form:
        parent = place(world, thing) if place else thing.page.get_parent()
        return {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": parent.pk}

    return form


def handed_in(_world: World, _thing: Thing) -> Form:
    return {"change_class": "substantive", "note": "Nya ord."}


def decided(button: str) -> Any:
    """The review screen's form, with what is on it."""

    def form(_world: World, thing: Thing) -> Form:
        seen = thing.submission.sha256 if thing.submission else ""
        step = thing.task_state.pk if thing.task_state else ""
        return {"remark": "Läst.", "seen": seen, "step": step, button: "1"}

    return form


def as_json(**members: Any) -> Any:
    def body(world: World, thing: Thing) -> str:
        said = {
            name: value(world, thing) if callable(value) else value
            for name, value in members.items()
        }
        return json.dumps(said)

    return body


def moved_to(world: World, thing: Thing) -> int:
    pk: int = destination(world, thing).pk
    return pk


# --- scenes ------------------------------------------------------------------------------------


def locked(_world: World, thing: Thing) -> None:
    """Someone else has locked it."""
    page = type(thing.page).objects.filter(pk=thing.page.pk)
    page.update(locked=True, locked_by=people.person("laas"), locked_at=timezone.now())


def scheduled(_world: World, thing: Thing) -> None:
    """Its latest draft is to be published tomorrow."""
    later = timezone.now() + timedelta(days=1)
    Revision.objects.filter(pk=thing.page.latest_revision_id).update(approved_go_live_at=later)
