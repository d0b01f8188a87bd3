"""What earlier imports made, so that the next can tell same, changed and edited by hand."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

# A field here must not refer to a callable of this package: the migration that Django writes
# would say `import import.models`, which is no Python.


class ImportedFile(models.Model):
    """The last import of one article in one language, or of one region's supplements to it."""

    key = models.CharField(max_length=200)
    language = models.CharField(max_length=20)
    region = models.CharField(max_length=2, blank=True)
    folder = models.CharField(max_length=1000)
    path = models.CharField(max_length=1000)
    assets = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)
    """Of the file and its assets; empty once pruned."""
    published = models.BooleanField(default=False)
    pages = models.JSONField(default=dict)
    """Part → [page id, the revision that the import wrote]."""
    dropped = models.JSONField(default=dict)
    """The same of parts that earlier versions of the file held and this one does not."""

    class Meta:
        verbose_name = _("imported file")
        constraints = [
            models.UniqueConstraint(
                fields=["key", "language", "region"], name="unique_imported_subject"
            )
        ]
        indexes = [models.Index(fields=["folder"], name="imported_folder")]

    def __str__(self) -> str:
        return self.path

    @property
    def place(self) -> str:
        """The file's absolute path."""
        return f"{self.folder}/{self.path}"

    @property
    def written(self) -> dict[int, int]:
        """Page id → the revision that an import wrote, of all that this subject ever had."""
        return dict([*self.dropped.values(), *self.pages.values()])

    @property
    def subject(self) -> tuple[str, str, str]:
        return self.key, self.language, self.region
