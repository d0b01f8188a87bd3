"""Codes, areas and bodies to ask for: those that nothing uses, and those in use."""

from __future__ import annotations

from typing import Any

from content_models.models import ApprovingBody, DiagnosisCode, ProgrammeArea
from tests.factories.published import codes
from tests.factories.reviewing import BODY

from .roles import AREA


def registers() -> dict[str, Any]:
    """By the names that the tables use."""
    codes("A00\tKolera")
    code = DiagnosisCode.objects.get(code="A00")
    return {
        "code's row": code.pk,
        "code's row as text": str(code.pk),
        "area": ProgrammeArea.objects.create(name="Ett område").pk,
        "area in use": ProgrammeArea.objects.get(name=AREA).pk,
        "body": ApprovingBody.objects.create(name="En instans").pk,
        "body in use": ApprovingBody.objects.get(name=BODY).pk,
    }
