"""Addresses that only show: whoever is refused there changes nothing by posting either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .asking import ask
from .cases import Case
from .elsewhere import Entry
from .judging import Findings, Terms, faults
from .objects import Owner
from .roles import Role
from .tables import ELSEWHERE, KNOWN, TEXTS
from .world import World

pytestmark = pytest.mark.django_db

ROLES = (
    *(Role.ANONYMOUS, Role.EDITOR, Role.YOUTH_EDITOR),
    *(Role.REGIONAL_EDITOR, Role.REGIONAL_APPROVER),
)
"""Of each sort that is refused somewhere: the others have no more than one of these."""
TERMS = Terms(quiet=True)
POSTED = {one.address for one in (*TEXTS, *ELSEWHERE) if one.method != "GET"}
SHOWN = [one for one in TEXTS if one.address not in POSTED]
SHOWN_ELSEWHERE = [one for one in ELSEWHERE if one.address not in POSTED]


@pytest.mark.parametrize("case", SHOWN, ids=str)
def test_posting_to_what_shows_a_text(world: World, case: Case) -> None:
    findings = Findings()
    posted = replace(case, method="POST", owners=(Owner.OTHER,))
    takes = KNOWN[case.address].takes
    for thing in posted.things(world):
        for role in ROLES:
            if role in case.who(thing):
                continue
            answer, request = ask(
                world.browsers[role],
                lambda: posted.request(world, thing, takes),  # noqa: B023 - asked at once
                compare=True,
            )
            if answer is None or request is None:
                continue
            findings.asked += 1
            told = world.told(role, answer.text)
            for fault in faults(answer, request, TERMS, may=False, told=told):
                findings.add(str(posted), role, str(thing), fault)
    findings.report()


def test_posting_elsewhere(world: World) -> None:
    findings = Findings()
    for entry in SHOWN_ELSEWHERE:
        for role in ROLES:
            if role not in entry.who:
                _post(world, entry, role, findings)
    findings.report()


def _post(world: World, entry: Entry, role: Role, findings: Findings) -> None:
    posted = replace(entry, method="POST")
    takes = KNOWN[entry.address].takes
    answer, request = ask(world.browsers[role], lambda: posted.request(world, takes), compare=True)
    assert answer is not None
    assert request is not None
    findings.asked += 1
    told = world.told(role, answer.text)
    for fault in faults(answer, request, TERMS, may=False, told=told):
        findings.add(str(posted), role, "", fault)
