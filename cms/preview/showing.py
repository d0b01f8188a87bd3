"""`serve_preview` of articles and supplements; the setting PAGE_PREVIEW names `show`."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from cms.preview import choices, composing
from cms.preview.choices import Choices
from cms.preview.readable import Reading, reading_of
from content_models.documents.citations import DanglingCitation
from content_models.documents.files import FileMissing
from content_models.editions.parts import Part
from content_models.editions.reading import current_parts
from content_models.pages.preview import ARTICLE, COUNTERPART, READABILITY
from content_models.regions import REGIONS
from region_overlays.languages import chain_of
from region_overlays.models import SupplementPage

Json = dict[str, Any]


class NotShown(Exception):
    """There is nothing to show; the message says why, in the editor's words."""


def show(request: HttpRequest, page: Any, mode: str) -> HttpResponse:
    """The draft as it stands in the form, whether saved or not."""
    if page.locale_id is None:
        # A page that is being made has the language of the folder it is made in.
        page.locale_id = page.get_parent().locale_id
    chosen = choices.choices_of(request.COOKIES)
    context: Json = {"regions": REGIONS, "chosen": chosen, "mode": mode, "page": page}
    try:
        context |= _shown(page, mode, chosen)
    except (NotShown, DanglingCitation, FileMissing) as reason:
        context["reason"] = str(reason)
    return TemplateResponse(request, "cms/preview/page.html", context)


def _shown(page: Any, mode: str, chosen: Choices) -> Json:
    if isinstance(page, SupplementPage):
        return {"preview": _with_supplement(page, chosen)}
    document: Json = json.loads(page.document().model_dump_json())
    if mode == COUNTERPART:
        document = _live(document["counterpart"] or "", document["language"])
        return {"preview": composing.composed(document, chosen)}
    if mode == READABILITY:
        reading: Reading = reading_of(document)
        return {
            "preview": composing.composed(reading.document, chosen),
            "reading": reading,
        }
    if mode != ARTICLE:
        raise PermissionDenied(_("There is no such preview."))
    return {"preview": composing.composed(document, chosen)}


def _with_supplement(page: SupplementPage, chosen: Choices) -> composing.Preview:
    """A supplement in its place in the article that readers have."""
    part: Part = page.as_part()
    national = _live(part.key, part.language)
    document: Json = json.loads(page.document().model_dump_json())
    own = composing.draft_supplement(document, national, page.approver(), localdate())
    return composing.composed(national, Choices(part.region, chosen.care_level), own=own)


def _live(key: str, language: str) -> Json:
    parts = {
        part.edition.language: part.edition
        for part in (current_parts(key) if key else [])
        if not part.edition.tombstone
    }
    for name in chain_of(language, settings.LANGUAGE_FALLBACKS):
        if name in parts:
            return parts[name].parsed()
    if not key:
        raise NotShown(_("The article has no counterpart for the other audience."))
    raise NotShown(_("“%(key)s” is not published, so it cannot be shown.") % {"key": key})
