"""The search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Finding published content."""

    name = "search"
    verbose_name = "Sök"
