"""A small tree of codes, and browsers of those who look at it."""

from __future__ import annotations

import pytest
from django.test import Client

from content_models.models import DiagnosisCode
from content_models.taxonomies.diagnosis_import import load_codes, read_codes
from tests.factories import people

OLD = (
    "H00-H59\tÖgonsjukdomar",
    "H25-H28\tSjukdomar i linsen",
    "H25\tÅldersstarr",
    "H25.1\tÅldersstarr i linsens kärna",
    "H26\tAnnan starr",
    "H26.0\tStarr hos barn och unga",
    "H28.0*\tStarr vid diabetes",
)
NEW = tuple(line for line in OLD if not line.startswith("H26.0"))


@pytest.fixture
def tree(db: None) -> None:
    """In the edition of 2026, which has retired H26.0."""
    load_codes(read_codes(OLD), edition="2025")
    load_codes(read_codes(NEW), edition="2026")


@pytest.fixture
def administrator(db: None) -> Client:
    return people.client_of(people.administrator())


@pytest.fixture
def editor(db: None) -> Client:
    return people.client_of(people.editor())


def code(name: str) -> DiagnosisCode:
    node: DiagnosisCode = DiagnosisCode.objects.get(code=name)
    return node
