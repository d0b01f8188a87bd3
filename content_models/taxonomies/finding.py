"""Codes found by code or word, each with its place in the tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from content_models.taxonomies.diagnosis import DiagnosisCode, normalise_code, range_of

STEP = DiagnosisCode.steplen


class Level(StrEnum):
    """What a node of the tree is."""

    CHAPTER = "chapter"
    BLOCK = "block"
    CATEGORY = "category"
    CODE = "code"


LEVEL_NAMES = {
    Level.CHAPTER: _("Chapter of codes"),
    Level.BLOCK: _("Block of codes"),
    Level.CATEGORY: _("Category of codes"),
    Level.CODE: _("Single code"),
}


def level_of(node: DiagnosisCode) -> Level:
    if range_of(node.code):
        return Level.CHAPTER if node.depth == 1 else Level.BLOCK
    return Level.CATEGORY if len(node.code) == 3 else Level.CODE


def found_codes(
    nodes: QuerySet[DiagnosisCode], text: str
) -> QuerySet[DiagnosisCode, DiagnosisCode]:
    """Those whose code, with or without its dot, or title holds every word; in the tree's order.

    A part of a word will do, since Swedish writes words together: `starr` finds *åldersstarr*.
    """
    for word in text.split():
        nodes = nodes.filter(folded__contains=_as_folded(word))
    return nodes.order_by("path")


def _as_folded(word: str) -> str:
    """As look-ups are stored: no marker, a hyphen between the ends of a range."""
    normal = normalise_code(word.replace("–", "-"))
    return (normal[0] if normal else word).lower()


def ancestors_of(nodes: Iterable[DiagnosisCode]) -> dict[str, list[DiagnosisCode]]:
    """Code → its ancestors, chapter first; one query for all."""
    held = list(nodes)
    paths = {node.code: _paths_above(node) for node in held}
    wanted = {path for above in paths.values() for path in above}
    by_path = {node.path: node for node in DiagnosisCode.objects.filter(path__in=wanted)}
    return {code: [by_path[path] for path in above] for code, above in paths.items()}


def _paths_above(node: DiagnosisCode) -> Sequence[str]:
    return [node.path[:end] for end in range(STEP, len(node.path), STEP)]
