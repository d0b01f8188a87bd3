"""Mail backends that something happens in while a letter is being sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.mail.backends.locmem import EmailBackend

PATH = "tests.integration.letters.boxes"


class Killed(BaseException):
    """As a process ends: nothing of its own catches it."""


class Crashing(EmailBackend):
    """Takes the first letter, and the process ends."""

    crashes: ClassVar[list[bool]] = []

    def send_messages(self, messages: Any) -> int:
        count = super().send_messages(messages)
        if self.crashes:
            self.crashes.pop()
            raise Killed
        return count


class Meeting(EmailBackend):
    """While the first letter is on its way, another worker comes to send them too."""

    others: ClassVar[list[Callable[[], Any]]] = []

    def send_messages(self, messages: Any) -> int:
        if self.others:
            self.others.pop()()
        return super().send_messages(messages)
