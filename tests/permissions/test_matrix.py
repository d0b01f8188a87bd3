"""Every role × own, another region's, national text × state, at every address that carries one.

What is not allowed is refused and changes nothing, and nobody is shown a draft's words that they
may not read. `rules` says what is allowed, the tables where; `economy` says what is left out.
"""

from __future__ import annotations

import pytest

from .asking import ask
from .cases import Case
from .economy import Economy
from .judging import Findings, faults
from .roles import Role
from .tables import CROSSED, KNOWN, TEXTS
from .world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", TEXTS, ids=str)
def test_every_role_and_text(world: World, case: Case) -> None:
    _ask_all(world, case).report()


@pytest.mark.parametrize("case", CROSSED, ids=str)
def test_one_page_is_no_key_to_another(world: World, case: Case) -> None:
    _ask_all(world, case).report()


def _ask_all(world: World, case: Case) -> Findings:
    findings, economy = Findings(), Economy(world, case)
    takes = KNOWN[case.address].takes
    for thing in case.things(world):
        for role in Role:
            if not economy.asks(role, thing):
                continue
            may = role in case.who(thing)
            answer, request = ask(
                world.browsers[role],
                lambda: case.request(world, thing, takes),  # noqa: B023 - asked at once
                compare=not may,
                render=economy.renders(role, thing),
            )
            if answer is None or request is None:
                continue
            findings.asked += 1
            told = world.told(role, answer.text)
            for fault in faults(answer, request, case.terms, may=may, told=told):
                findings.add(str(case), role, str(thing), fault)
    return findings
