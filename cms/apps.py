"""The app where the packages meet."""

from django.apps import AppConfig
from django.core import checks


class CmsConfig(AppConfig):
    """Settings, URLs, page API, operations."""

    name = "cms"
    verbose_name = "Tillägg"

    def ready(self) -> None:
        from cms import configuration

        checks.register(configuration.check_production_settings, checks.Tags.security)
