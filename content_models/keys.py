"""Article keys: one registry row per (key, language) keeps them unique across page types."""

from __future__ import annotations

import re

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from content_models.vocabulary import Kind

KEY_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
validate_key = RegexValidator(
    KEY_PATTERN, _("Lower-case letters a–z, digits and single hyphens; å ä ö are written a a o.")
)


class ArticleKey(models.Model):
    """Which page holds a key in a language, and of what kind the key is."""

    key = models.CharField(max_length=255)
    language = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="held_key"
    )

    class Meta:
        verbose_name = _("article key")
        constraints = [
            models.UniqueConstraint(fields=["key", "language"], name="unique_key_language")
        ]

    def __str__(self) -> str:
        return f"{self.key}/{self.language}"


def key_from(text: str) -> str:
    """A key made from a title: å ä ö → a a o, anything else but letters and digits → hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")[:200] or "artikel"


def free_key(wanted: str) -> str:
    """`wanted`, or `wanted-2`, `wanted-3` … if another article has it in any language."""
    taken = set(ArticleKey.objects.filter(key__startswith=wanted).values_list("key", flat=True))
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def conflict_of(*, key: str, language: str, kind: str, page_id: int | None) -> str | None:
    """Why a page may not have this key, in the reader's words; None if it may."""
    for held in ArticleKey.objects.filter(key=key):
        if held.page_id == page_id:
            continue
        if held.language == language:
            return str(_("The key “%(key)s” is taken by another article.") % {"key": key})
        if held.kind != kind:
            return str(
                _("The key “%(key)s” belongs to an article of kind %(kind)s.")
                % {"key": key, "kind": held.kind}
            )
    return None


def kind_of(key: str) -> Kind | None:
    """The kind of the articles that have the key in some language."""
    held = ArticleKey.objects.filter(key=key).values_list("kind", flat=True).first()
    return Kind(held) if held else None


def register_key(*, key: str, language: str, kind: str, page_id: int) -> None:
    """Hold the key for the page; raises ValidationError if another page has it."""
    held = ArticleKey.objects.filter(page_id=page_id)
    if held.filter(key=key, language=language, kind=kind).exists():
        return
    reason = conflict_of(key=key, language=language, kind=kind, page_id=page_id)
    if reason:
        raise ValidationError({"key": reason})
    ArticleKey.objects.update_or_create(
        page_id=page_id, defaults={"key": key, "language": language, "kind": kind}
    )
