"""What has been handed in is frozen, and the editor's banner says so."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class UnderReviewLock(WorkflowLock):
    """Nobody edits what others are judging, reviewers included: they send it back."""

    def get_message(self, user: Any) -> str:
        return format_html(
            "{} <b>{}</b>. {}",
            _("Handed in; waits for"),
            self.task.name,
            _("It is not changed until it has been decided, or taken back."),
        )

    def get_icon(self, user: Any, can_lock: bool = False) -> str:
        return "lock"

    def get_locked_by(self, user: Any, can_lock: bool = False) -> str:
        return _("Under review")

    def get_description(self, user: Any, can_lock: bool = False) -> str:
        return _("It is not changed until it has been decided, or taken back.")
