"""Plugs roles into Django."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EditorialWorkflowsConfig(AppConfig):
    """Roles and the way from draft to approval."""

    name = "editorial_workflows"
    verbose_name = "Arbetsflöden"

    def ready(self) -> None:
        from editorial_workflows import roles

        post_migrate.connect(roles.ensure_roles, sender=self)
