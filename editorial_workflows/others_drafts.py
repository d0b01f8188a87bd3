"""Wagtail names drafts to everyone who enters the admin: here only to their readers.

Its choosers, its explorer's head, some reports and the questions before bulk actions ask nobody's
permission for the titles that they show. They have no hook for it, except the choosers' lists.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.views.chooser import ChosenMultipleView
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import Page
from wagtail_localize.views.report import TranslationsReportView

from content_models.editions.editioned import EditionedPage
from editorial_workflows.reading import nameable_pages

Method = Callable[..., Any]


def keep_to_their_readers() -> None:
    """Wrap what names pages; calling it again changes nothing."""
    _wrap(ChosenMultipleView, "get", _chosen)
    _wrap(ExplorableIndexView, "get", _explored)
    _wrap(PageBulkAction, "get_context_data", _question)
    _wrap(PageTypesUsageReportView, "decorate_paginated_queryset", _last_edited)
    _wrap(TranslationsReportView, "get_queryset", _translations)


def choosable(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """For Wagtail's hook construct_page_chooser_queryset."""
    return pages.filter(pk__in=_named_to(request.user))


def _wrap(view: Any, name: str, around: Callable[..., Any]) -> None:
    method = getattr(view, name)
    if hasattr(method, "__wrapped__"):
        return

    @functools.wraps(method)
    def inside(self: Any, *args: Any, **kwargs: Any) -> Any:
        return around(method, self, *args, **kwargs)

    setattr(view, name, inside)


def _named_to(user: Any) -> QuerySet[Any]:
    return nameable_pages(user).values_list("pk", flat=True)


def _chosen(get: Method, view: Any, request: HttpRequest) -> Any:
    asked = Page.objects.filter(pk__in=request.GET.getlist("id"), depth__gt=1)
    if asked.exclude(pk__in=_named_to(request.user)).exists():
        raise PermissionDenied
    return get(view, request)


def _explored(get: Method, view: Any, request: HttpRequest, parent_page_id: int = 0) -> Any:
    above = Page.objects.filter(pk=parent_page_id or None)
    if above.exclude(pk__in=_named_to(request.user)).exists():
        raise PermissionDenied
    return get(view, request, parent_page_id)


def _question(get_context_data: Method, action: Any, **kwargs: Any) -> Any:
    context = get_context_data(action, **kwargs)
    named = set(_named_to(action.request.user))
    without = context["items_with_no_access"]
    context["items_with_no_access"] = [one for one in without if one["item"].pk in named]
    return context


def _last_edited(decorate: Method, view: Any, page_types: Any) -> Any:
    named = set(_named_to(view.request.user))
    decorated = decorate(view, page_types)
    for page_type in decorated:
        if page_type.last_edited_page and page_type.last_edited_page.pk not in named:
            page_type.last_edited_page = None
    return decorated


def _translations(get_queryset: Method, view: Any) -> Any:
    hidden = Page.objects.type(EditionedPage).exclude(pk__in=_named_to(view.request.user))
    return get_queryset(view).exclude(source__object_id__in=hidden.values("translation_key"))
