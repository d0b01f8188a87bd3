"""Diagnosis codes as they are asked for: looked up in any form, with what is above and beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from cms.api.problems import NothingThere
from content_models.taxonomies.diagnosis import DiagnosisCode, normalise_code

Json = dict[str, Any]
STEP = DiagnosisCode.steplen


def node_of(text: str) -> DiagnosisCode:
    """The code in any form that `values.CODE_FORM` admits; raises NothingThere."""
    normal = normalise_code(text)
    # Well-formed and still no code: a range that runs backwards.
    code = normal[0] if normal else text
    found: DiagnosisCode | None = DiagnosisCode.objects.filter(code=code).first()
    if found is None:
        raise NothingThere(f"there is no diagnosis code {code}")
    return found


def codes_beneath(node: DiagnosisCode) -> QuerySet[DiagnosisCode, Any]:
    """The node's own code and all beneath it, for use as a subquery."""
    beneath: QuerySet[DiagnosisCode, Any] = DiagnosisCode.objects.filter(path__startswith=node.path)
    return beneath.values("code")


def diagnoses(nodes: Sequence[DiagnosisCode]) -> list[Json]:
    """Nodes as the contract's JSON, each with its ancestors; one query."""
    above = {node.path[:end] for node in nodes for end in range(STEP, len(node.path), STEP)}
    rows = DiagnosisCode.objects.filter(path__in=above).values_list("path", "code", "title")
    titles = {path: {"code": code, "title": title} for path, code, title in rows}
    return [
        {
            "code": node.code,
            "title": node.title,
            "marker": node.marker or None,
            "retired": node.retired,
            "ancestors": [titles[node.path[:end]] for end in range(STEP, len(node.path), STEP)],
        }
        for node in nodes
    ]
