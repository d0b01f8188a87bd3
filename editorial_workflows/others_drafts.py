"""Wagtail names drafts to everyone who enters the admin: here only to their readers.

Its choosers, its explorer's head, some reports and the questions before bulk actions ask nobody's
permission for the titles that they show. They have no hook for it, except the choosers' lists. Its
letters follow who once wrote, wherever they work now.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.mail import BaseWorkflowStateEmailNotifier
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView, ExternalLinkView
from wagtail.admin.views.pages import edit
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.reports.locked_pages import LockedPagesView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import Page
from wagtail_localize.views.report import TranslationsReportView

from content_models.editions.editioned import EditionedPage
from editorial_workflows.reading import may_read, nameable_pages

Method = Callable[..., Any]
PAGE_ID = re.compile("[0-9]{1,9}")
ASKS_WHERE = ("new_parent_page", "parent_page", "chooser")
"""What Wagtail's forms call the page that another is to stand beneath."""


def keep_to_their_readers() -> None:
    """Wrap what names pages; calling it again changes nothing."""
    _wrap(BrowseView, "get", _explored)
    _wrap(ChosenMultipleView, "get", _chosen)
    _wrap(ExplorableIndexView, "get", _explored)
    _wrap(ExternalLinkView, "post", _linked)
    _wrap(LockedPagesView, "get_queryset", _locked)
    for asking_where in (ChooseParentView, CopyView, MoveBulkAction, MoveConfirmView):
        _wrap(asking_where, "dispatch", _placed)
    _wrap(PageBulkAction, "get_context_data", _question)
    _wrap(PageTypesUsageReportView, "decorate_paginated_queryset", _last_edited)
    _wrap(TranslationsReportView, "get_queryset", _translations)
    _wrap(BaseWorkflowStateEmailNotifier, "get_valid_recipients", _told_of_workflow)
    _wrap(edit, "send_notification", _told_of_comments)


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


def _refuse_unnamed(user: Any, asked: Iterable[Any]) -> None:
    """Raises PermissionDenied if one of the pages, by id, is not named to the user."""
    ids = [int(pk) for pk in asked if PAGE_ID.fullmatch(str(pk))]
    pages = Page.objects.filter(pk__in=ids, depth__gt=1)
    if pages.exclude(pk__in=_named_to(user)).exists():
        raise PermissionDenied


def _chosen(get: Method, view: Any, request: HttpRequest) -> Any:
    _refuse_unnamed(request.user, request.GET.getlist("id"))
    return get(view, request)


def _explored(get: Method, view: Any, request: HttpRequest, parent_page_id: int = 0) -> Any:
    _refuse_unnamed(request.user, [parent_page_id])
    return get(view, request, parent_page_id)


def _placed(dispatch: Method, view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
    """What asks where a page is to stand shows the answer by its title, allowed or not."""
    answers = [request.POST.get(name) for name in ASKS_WHERE]
    _refuse_unnamed(request.user, [*args, *kwargs.values(), *answers])
    return dispatch(view, request, *args, **kwargs)


def _linked(post: Method, view: Any, request: HttpRequest) -> Any:
    """A page that has the address is offered with its draft's title; else it stays an address."""
    answer = post(view, request)
    said = json.loads(answer.content)
    page = (said.get("internal") or said.get("result") or {}).get("id")
    if page is None or _named_to(request.user).filter(pk=page).exists():
        return answer
    vars(request)["_wagtail_cached_site_root_paths"] = []  # as if there were no pages to look among
    return post(view, request)


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


def _locked(get_queryset: Method, view: Any) -> Any:
    return get_queryset(view).filter(pk__in=_named_to(view.request.user))


def _told_of_workflow(recipients: Method, notifier: Any, state: Any, **kwargs: Any) -> set[Any]:
    page = state.content_object.specific
    return {user for user in recipients(notifier, state, **kwargs) if may_read(user, page)}


def _told_of_comments(send: Method, users: Any, notification: str, context: Any) -> Any:
    page = context["page"].specific
    return send([user for user in users if may_read(user, page)], notification, context)
