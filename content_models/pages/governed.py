"""Pages whose permissions the editorial workflows decide, above this layer."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils.module_loading import import_string


class GovernedPage(models.Model):
    """Mixin: who may do what with the page is said by the class that PAGE_PERMISSIONS names."""

    # What is published is public; privacy would show or hide a page without an approval deciding.
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def permissions_for_user(self, user: AbstractBaseUser) -> Any:
        """A PagePermissionTester; Wagtail's views, menus, bulk actions and API all ask it."""
        return import_string(settings.PAGE_PERMISSIONS)(user, self)


class StructuralPage(GovernedPage):
    """Mixin: a page that only holds others. It has no text to approve, so no workflow of its own,
    though the pages beneath inherit one through it.
    """

    class Meta:
        abstract = True

    def get_workflow(self) -> None:
        return None
