"""Who may do what with the registers, whatever Django's permissions say."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from content_models.models import DiagnosisCode, ProgrammeArea
from content_models.taxonomies.permission import FromAList, ReadByColleagues


def someone(*permissions: str, active: bool = True) -> Any:
    return SimpleNamespace(
        is_active=active,
        is_authenticated=True,
        has_perm=lambda name: active and (not permissions or name in permissions),
    )


EVERYTHING = someone()
COLLEAGUE = someone("wagtailadmin.access_admin")
STRANGER = someone("nothing")


@pytest.mark.parametrize("action", ["add", "change"])
def test_nobody_writes_codes(action: str) -> None:
    assert not FromAList(DiagnosisCode).user_has_permission(EVERYTHING, action)


@pytest.mark.parametrize(
    ("user", "allowed"),
    [(EVERYTHING, {"add", "change", "delete", "view"}), (COLLEAGUE, {"view"}), (STRANGER, set())],
)
def test_areas(user: Any, allowed: set[str]) -> None:
    policy = ReadByColleagues(ProgrammeArea)
    actions = {"add", "change", "delete", "view"}
    assert {one for one in actions if policy.user_has_permission(user, one)} == allowed
    assert policy.user_has_any_permission(user, actions) is bool(allowed)
