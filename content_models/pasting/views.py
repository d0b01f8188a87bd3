"""Where the editor's form sends what was pasted."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from pydantic import ValidationError
from wagtail.models import Page

from content_models.models import ARTICLE_MODELS
from content_models.pages.section_rules import is_in_source_language
from content_models.pasting.answering import Paste, answer
from content_models.pasting.clipboard import MAX_BYTES
from content_models.pasting.pieces import TooMuch
from content_models.pasting.told import refusal_of

KINDS = {model._meta.model_name: str(model.kind) for model in ARTICLE_MODELS}


@require_POST
def convert(request: HttpRequest, page_id: int) -> JsonResponse:
    """Blocks for the page that is edited; for one that is being created, its parent is named and
    `?model=` says what it will be.
    """
    page: Any = get_object_or_404(Page, pk=page_id).specific
    allowed = page.permissions_for_user(request.user)
    if not (allowed.can_edit() or allowed.can_add_subpage()):
        raise PermissionDenied
    kind = KINDS.get(request.GET.get("model", "")) or getattr(page, "kind", None)
    try:
        paste = Paste.model_validate_json(request.body)
        found = answer(paste, kind=kind, in_source_language=is_in_source_language(page))
    except RequestDataTooBig:
        return _refused(refusal_of(TooMuch("size", MAX_BYTES)), status=413)
    except TooMuch as much:
        return _refused(refusal_of(much), status=413)
    except ValidationError:
        return _refused(_("Nothing was pasted: what was sent is no clipboard."), status=400)
    return JsonResponse(found.model_dump())


def _refused(message: str, *, status: int) -> JsonResponse:
    return JsonResponse({"told": [message]}, status=status)
