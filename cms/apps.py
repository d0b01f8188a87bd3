"""The app where the packages meet."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate, post_save


class CmsConfig(AppConfig):
    """Settings, URLs, page API, operations."""

    name = "cms"
    verbose_name = "Tillägg"

    def ready(self) -> None:
        from cms import configuration

        checks.register(configuration.check_production_settings, checks.Tags.security)
        self._keep_the_desk()

    def _keep_the_desk(self) -> None:
        from cms.desk import keeping

        for model in keeping.SENDERS:
            post_save.connect(keeping.keep_row, sender=model, dispatch_uid=f"desk {model}")
        post_migrate.connect(keeping.ensure_rows, sender=self)
