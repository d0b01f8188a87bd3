"""Diagnosis codes (ICD-10-SE) as a tree: chapter, block, category, code."""

from __future__ import annotations

import re
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node

CODE_PATTERN = re.compile(
    r"^(?P<bare>[A-Z]\d{2}(?:\.?\d[0-9A-Z]?)?(?:-P)?|[A-Z]\d{2}-[A-Z]\d{2})(?P<marker>[†+*]?)$",
    re.ASCII,
)
"""ICD-10-SE's form of a code, its primary-care form with -P, and ranges for chapters and blocks."""


class DiagnosisCode(MP_Node):
    """One node of the tree; `code` has its dot and no marker (`H26.9`, `H25-H28`)."""

    code = models.CharField(_("code"), max_length=10, unique=True)
    title = models.CharField(_("title"), max_length=500)
    marker = models.CharField(max_length=1, blank=True)
    """`†` or `+` for an underlying condition, `*` for a manifestation, which never stands alone."""
    folded = models.CharField(max_length=520, editable=False)
    edition = models.CharField(_("edition"), max_length=10, blank=True)
    retired = models.BooleanField(_("retired"), default=False)

    class Meta:
        verbose_name = _("diagnosis code")
        verbose_name_plural = _("diagnosis codes")

    def __str__(self) -> str:
        return f"{self.code}{self.marker} {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = folded(self.code, self.title)
        super().save(*args, **kwargs)


def folded(code: str, title: str) -> str:
    """What look-ups compare with: lower case, the code with and without its dot."""
    return f"{code} {code.replace('.', '')} {title}".lower()[:520]


def normalise_code(text: str) -> tuple[str, str] | None:
    """Text → (code with its dot, marker); None if it is not shaped like a code.

    >>> normalise_code("h269*")
    ('H26.9', '*')
    """
    match = CODE_PATTERN.match(text.strip().upper())
    if match is None:
        return None
    bare = match["bare"]
    span = range_of(bare)
    if span and span[0] > span[1]:
        return None
    if "." not in bare and bare[3:4].isdigit():
        bare = f"{bare[:3]}.{bare[3:]}"
    return bare, match["marker"]


def parent_by_form(code: str) -> str | None:
    """The parent that a code's own form names (`H25.1` → `H25`); None for categories and ranges."""
    if code.endswith("-P"):
        return code.removesuffix("-P")
    if "." in code:
        return code[:-1].removesuffix(".")
    return None


def range_of(code: str) -> tuple[str, str] | None:
    """A chapter's or block's first and last category; None for other codes."""
    if len(code) == 7 and code[3] == "-":
        return code[:3], code[4:]
    return None
