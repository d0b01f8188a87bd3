"""The product's own screens, and wagtail-localize's: who may see and do what with a text."""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile

from . import forms
from .cases import Case, at, does, shows
from .objects import IN_REVIEW, Owner, State, Thing
from .rules import deciders, editors, nobody, readers, superuser, writers
from .world import World

REVIEW = "approvals:review"
LOCALIZE = "wagtail_localize:"
DRAFT, REVIEWED, LIVE, WITHDRAWN = State.DRAFT, State.REVIEWED, State.LIVE, State.WITHDRAWN

APPROVALS = [
    shows("approvals:read", readers),
    shows("approvals:history", readers),
    shows("approvals:since_approval", readers),
    shows("approvals:hand_in", writers, **at(REVIEWED, LIVE)),
    does("approvals:hand_in", editors, forms.handed_in, **at(DRAFT, REVIEWED, WITHDRAWN)),
    shows(REVIEW, readers | deciders, **at(*State)),
    does(
        REVIEW,
        deciders,
        forms.decided("approve"),
        what="approve",
        publishes=True,
        **at(*IN_REVIEW, LIVE),
    ),
    does(REVIEW, deciders, forms.decided("send_back"), what="send back", **at(*IN_REVIEW)),
    does(
        REVIEW,
        nobody,
        forms.decided("approve"),
        given=forms.locked,
        what="approve what another has locked",
        **at(REVIEWED),
    ),
    does(
        "approvals:hand_in",
        nobody,
        forms.handed_in,
        given=forms.locked,
        what="what another has locked",
        **at(DRAFT),
    ),
    does(REVIEW, writers, forms.decided("take_back"), what="take back", **at(*IN_REVIEW)),
]


def _page(_world: World, thing: Thing) -> int:
    pk: int = thing.extra["page"].pk
    return pk


def _words(_world: World, thing: Thing) -> dict[str, Any]:
    """A PO file with words for everything."""
    po = thing.extra["translation"].export_po()
    for entry in po:
        entry.msgstr = "Words"
    return {"file": ContentFile(str(po).encode(), name="ord.po")}


TRANSLATED = at(DRAFT, LIVE)
"""The states of the source; its translation is a draft."""
TRANSLATION: dict[str, Any] = {"args": {"page_id": _page}, **TRANSLATED}
FORM = {"method": "PUT", "content_type": "application/x-www-form-urlencoded"}
TRANSLATING = [
    shows(LOCALIZE + "submit_page_translation", superuser, **TRANSLATED),
    does(
        LOCALIZE + "submit_page_translation",
        superuser,
        lambda world, _thing: {"locales": [world.ids["locale"]]},
        **at(REVIEWED, WITHDRAWN),
    ),
    shows(LOCALIZE + "update_translations", superuser, **TRANSLATED),
    does(LOCALIZE + "update_translations", superuser, {"publish_translations": "on"}, **TRANSLATED),
    shows("wagtailadmin_pages:edit", writers, **TRANSLATION, what="a translation"),
    does(
        "wagtailadmin_pages:edit",
        nobody,
        {"action": "publish"},
        **TRANSLATION,
        what="publish a translation",
    ),
    does(LOCALIZE + "edit_string_translation", writers, "value=Words", **FORM, **TRANSLATED),
    does(
        LOCALIZE + "edit_override",
        writers,
        "value=true",
        **FORM,
        **TRANSLATED,
        owners=(Owner.NATIONAL, Owner.YOUTH),
    ),
    shows(LOCALIZE + "download_pofile", writers, **TRANSLATED),
    does(LOCALIZE + "upload_pofile", writers, _words, **TRANSLATED),
    does(LOCALIZE + "machine_translate", nobody, {}, **TRANSLATED),
    shows(LOCALIZE + "preview_translation[translation_id]", nobody, **TRANSLATED),
    shows(
        LOCALIZE + "preview_translation[translation_id,mode]",
        nobody,
        args={"mode": "web"},
        **TRANSLATED,
    ),
    does(LOCALIZE + "stop_translation", writers, {}, **TRANSLATED),
    # A question that is never answered with yes: nothing that is approved follows another text.
    shows(LOCALIZE + "convert_to_alias", writers, **TRANSLATION),
    does(LOCALIZE + "convert_to_alias", nobody, {}, **TRANSLATION),
]

CASES: list[Case] = [*APPROVALS, *TRANSLATING]
