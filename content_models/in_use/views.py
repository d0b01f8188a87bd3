"""Instead of the question whether to delete: where it is used."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from treebeard.mp_tree import MP_Node
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from content_models.in_use.holders import holders_of
from content_models.in_use.places import Places, places_for
from content_models.in_use.refusing import InUse, kept_models
from content_models.in_use.uses import uses_of

Method = Callable[..., Any]
View = TypeVar("View", bound=type[Any])
CONFLICT = 409


class Refused(WagtailAdminTemplateMixin, TemplateView):
    """What is kept, each with its places."""

    template_name = "content_models/in_use/refused.html"
    page_title = _("In use: not deleted")
    header_icon = "warning"
    kept: Sequence[tuple[models.Model, Places]] = ()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.get(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(**kwargs, kept=self.kept)


def refusal(request: HttpRequest, objects: Sequence[models.Model]) -> HttpResponse | None:
    """Where each of them is used; None if none is."""
    uses = uses_of(objects)
    held = [(one, uses.get(str(one.pk), {}), holders_of(one)) for one in objects]
    kept = [
        (one, places_for(request.user, pages, holders))
        for one, pages, holders in held
        if pages or holders
    ]
    if not kept:
        return None
    return Refused.as_view(kept=kept)(request)


def refuse_when_used(view: View) -> View:
    """Let one of Wagtail's views for deleting ask first; doing so again changes nothing."""
    _wrap(view, "get", _instead_of_asking)
    _wrap(view, "post", _instead_of_deleting)
    return view


def refuse_upload_when_used(view: View) -> View:
    """The same for the views that take back a file just uploaded, and answer a script."""
    _wrap(view, "post", _in_json)
    return view


def keep_from_bulk_deletion(
    request: HttpRequest, action_type: str, objects: Iterable[models.Model], _action: Any
) -> HttpResponse | None:
    """For Wagtail's hook before_bulk_action: if one is in use, none is deleted."""
    chosen = list(objects)
    if action_type != "delete" or not chosen or not isinstance(chosen[0], kept_models()):
        return None
    return refusal(request, chosen)


def _wrap(view: Any, name: str, around: Callable[..., Any]) -> None:
    method = getattr(view, name)
    if hasattr(method, "__wrapped__"):
        return

    @functools.wraps(method)
    def inside(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return around(functools.partial(method, self), self, request, *args, **kwargs)

    setattr(view, name, inside)


def _instead_of_asking(get: Method, view: Any, request: HttpRequest, *args: Any, **kw: Any) -> Any:
    return refusal(request, _with_what_is_beneath(view.object)) or get(request, *args, **kw)


def _instead_of_deleting(
    post: Method, view: Any, request: HttpRequest, *args: Any, **kwargs: Any
) -> Any:
    objects = _with_what_is_beneath(view.object)
    refused = refusal(request, objects)
    if refused is not None:
        return refused
    try:
        with transaction.atomic():
            return post(request, *args, **kwargs)
    except (InUse, models.ProtectedError):
        # Named by someone meanwhile.
        refused = refusal(request, objects)
        if refused is None:
            raise
        return refused


def _in_json(post: Method, _view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
    try:
        with transaction.atomic():
            return post(request, *args, **kwargs)
    except InUse as used:
        return JsonResponse({"success": False, "error_message": str(used)}, status=CONFLICT)


def _with_what_is_beneath(instance: models.Model) -> list[models.Model]:
    """A node of a tree goes with all beneath it."""
    beneath = instance.get_descendants() if isinstance(instance, MP_Node) else ()
    return [instance, *beneath]
