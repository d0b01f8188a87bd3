"""The pipeline's Django app; a keyword as a package name needs a name and label of its own."""

from django.apps import AppConfig


class ContentImportConfig(AppConfig):
    """Markdown → drafts and editions."""

    name = "import"
    label = "content_import"
    verbose_name = "Import"
