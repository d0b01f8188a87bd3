"""Wagtail's page views that show a page, or tell of it, before they ask whether they may."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.pages.workflow import (
    CollectWorkflowActionDataView,
    ConfirmWorkflowCancellationView,
    PreviewRevisionForTaskView,
)

from editorial_workflows.reading import may_read
from editorial_workflows.views.base import content_page


class ForReaders:
    """Mixin: who may not read the draft is not told how it fares either."""

    request: HttpRequest

    def get_object(self) -> Any:
        page = super().get_object()  # type: ignore[misc]
        if not may_read(self.request.user, page.specific):
            raise PermissionDenied
        return page


class CollectDecision(ForReaders, CollectWorkflowActionDataView):
    pass


class ConfirmCancellation(ForReaders, ConfirmWorkflowCancellationView):
    pass


class PreviewForTask(ForReaders, PreviewRevisionForTaskView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        raise Http404("there is no template to preview with; see the review screen")


class ConfirmMove(MoveConfirmView):
    def dispatch(
        self, request: HttpRequest, page_to_move_id: int, *args: Any, **kwargs: Any
    ) -> Any:
        page = content_page(page_to_move_id)
        if not page.permissions_for_user(request.user).can_move():
            raise PermissionDenied
        return super().dispatch(request, page_to_move_id, *args, **kwargs)
