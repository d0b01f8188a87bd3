"""The search app."""

from django.apps import AppConfig
from django.core import checks


class SearchConfig(AppConfig):
    """Finding published content."""

    name = "search"
    verbose_name = "Sök"

    def ready(self) -> None:
        from search import freshness

        checks.register(freshness.check_index_folder)
