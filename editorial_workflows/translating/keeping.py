"""Storing one text of a translation while the form is being written."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse

from editorial_workflows.refusals import Refused
from editorial_workflows.translating import writing
from editorial_workflows.translating.form import TranslationForm
from editorial_workflows.translating.wording import Unfit
from editorial_workflows.views.base import Screen, content_page


class KeepText(Screen):
    """One text, stored as soon as its field is left."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, page_id: int, segment_id: int) -> HttpResponse:
        page = content_page(page_id)
        translation = writing.translation_of(page)
        if translation is None or not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        form = TranslationForm(translation, request.user, request.POST.dict())
        try:
            with writing.in_turn(translation):
                writing.check_open(page, request.user)
                text, data = form.put(segment_id)
        except (Unfit, Refused) as refused:
            return JsonResponse({"error": str(refused)}, status=409)
        return JsonResponse(
            {
                "was": writing.version_of(data),
                "missing": form.missing,
                "optional": text.is_optional,
            }
        )
