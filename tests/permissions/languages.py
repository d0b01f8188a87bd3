"""Translations: who may begin, write and follow them; wagtail-localize's own screens are closed."""

from __future__ import annotations

from typing import Any

from wagtail_localize.models import Translation

from .cases import Case, at, does, shows
from .elsewhere import Entry, opens
from .objects import Owner, State, Thing
from .roles import COLLEAGUES
from .rules import nobody, readers, writers
from .world import World

OURS, LOCALIZE = "translating:", "wagtail_localize:"
EDIT = "wagtailadmin_pages:edit"
DRAFT, REVIEWED, LIVE, WITHDRAWN = State.DRAFT, State.REVIEWED, State.LIVE, State.WITHDRAWN


def _page(_world: World, thing: Thing) -> int:
    pk: int = thing.extra["page"].pk
    return pk


def _text(_world: World, thing: Thing) -> int:
    pk: int = thing.extra["string"].pk
    return pk


def _own_page(world: World, thing: Thing) -> int:
    """Region 14's translation, in the same state as this one of region 12's."""
    return _page(world, world.of(Owner.OWN, thing.state))


def _own_text(world: World, thing: Thing) -> int:
    return _text(world, world.of(Owner.OWN, thing.state))


def _in_another(world: World, _thing: Thing) -> dict[str, Any]:
    return {"languages": [world.ids["locale"]]}


def _kept_apart(_world: World, thing: Thing) -> None:
    Translation.objects.filter(pk=thing.extra["translation"].pk).update(enabled=False)


TRANSLATED = at(DRAFT, LIVE)
"""The states of the source; its translation is a draft."""
TRANSLATION: dict[str, Any] = {"args": {"page_id": _page}, **TRANSLATED}
WORDS = {"text": "Words", "was": ""}
KEPT: dict[str, Any] = {"args": {"page_id": _page, "segment_id": _text}, **TRANSLATED}
SAVED = {"translation-form": "1", "action": "save"}

TRANSLATING = [
    shows(OURS + "start", writers, **at(DRAFT, REVIEWED)),
    does(OURS + "start", writers, _in_another, **at(REVIEWED, LIVE, WITHDRAWN)),
    shows(EDIT, writers, **TRANSLATION, what="a translation"),
    does(EDIT, writers, SAVED, **TRANSLATION, what="save a translation"),
    does(EDIT, nobody, {"action": "publish"}, **TRANSLATION, what="publish a translation"),
    does(OURS + "keep_text", writers, WORDS, **KEPT),
    shows(OURS + "changes", readers, **TRANSLATION),
    does(OURS + "update", writers, {}, **TRANSLATION),
    shows(OURS + "apart", writers, **TRANSLATION),
    does(OURS + "apart", writers, {}, **TRANSLATION),
    shows(OURS + "in_step", writers, **TRANSLATION, given=_kept_apart),
    does(OURS + "in_step", writers, {}, **TRANSLATION, given=_kept_apart),
]

FORM = {"method": "PUT", "content_type": "application/x-www-form-urlencoded"}
NATIONAL: dict[str, Any] = {"owners": (Owner.NATIONAL, Owner.YOUTH)}
"""A supplement has nothing there to ask with."""
CLOSED = [
    shows(LOCALIZE + "submit_page_translation", nobody, **at(DRAFT)),
    does(LOCALIZE + "submit_page_translation", nobody, {}, **at(REVIEWED, WITHDRAWN)),
    shows(LOCALIZE + "update_translations", nobody, **TRANSLATED),
    does(LOCALIZE + "update_translations", nobody, {"publish_translations": "on"}, **TRANSLATED),
    does(LOCALIZE + "edit_string_translation", nobody, "value=Words", **FORM, **TRANSLATED),
    does(LOCALIZE + "edit_override", nobody, "value=true", **FORM, **TRANSLATED, **NATIONAL),
    shows(LOCALIZE + "download_pofile", nobody, **TRANSLATED),
    does(LOCALIZE + "upload_pofile", nobody, {}, **TRANSLATED),
    does(LOCALIZE + "machine_translate", nobody, {}, **TRANSLATED),
    shows(LOCALIZE + "preview_translation[translation_id]", nobody, **TRANSLATED),
    shows(
        LOCALIZE + "preview_translation[translation_id,mode]",
        nobody,
        args={"mode": "web"},
        **TRANSLATED,
    ),
    does(LOCALIZE + "stop_translation", nobody, {}, **TRANSLATED),
    shows(LOCALIZE + "convert_to_alias", nobody, **TRANSLATION),
    does(LOCALIZE + "convert_to_alias", nobody, {}, **TRANSLATION),
]

CASES: list[Case] = [*TRANSLATING, *CLOSED]

OTHERS: dict[str, Any] = {"owners": (Owner.OTHER,), **TRANSLATED}
CROSSED: list[Case] = [
    # The page has no such text: nothing is stored, and who may edit it is told to load it again.
    does(
        OURS + "keep_text",
        nobody,
        WORDS,
        args={"page_id": _page, "segment_id": _own_text},
        what="with a text of one's own",
        quiet=True,
        **OTHERS,
    ),
    does(
        OURS + "keep_text",
        nobody,
        WORDS,
        args={"page_id": _own_page, "segment_id": _text},
        what="on one's own page with another's text",
        quiet=True,
        **OTHERS,
    ),
]

ENTRIES: list[Entry] = opens(COLLEAGUES, OURS + "list")
