"""Addresses that carry no text: the role decides, and no one is shown others' drafts.

Who may read everything cannot be told too much: of these, only the superuser's pages are rendered.
"""

from __future__ import annotations

import pytest

from .asking import ask
from .elsewhere import Entry
from .judging import Findings, faults
from .roles import Role
from .tables import ELSEWHERE, KNOWN
from .world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("entry", ELSEWHERE, ids=str)
def test_every_role(world: World, entry: Entry) -> None:
    findings = Findings()
    takes = KNOWN[entry.address].takes
    for role in Role:
        may = role in entry.who
        answer, request = ask(
            world.browsers[role],
            lambda: entry.request(world, takes),
            compare=not may,
            render=role not in (Role.READER, Role.ADMINISTRATOR),
        )
        assert answer is not None
        assert request is not None
        findings.asked += 1
        told = world.told(role, answer.text)
        for fault in faults(answer, request, entry.terms, may=may, told=told):
            findings.add(str(entry), role, "", fault)
    findings.report()
