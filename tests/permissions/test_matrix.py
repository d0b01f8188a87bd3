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
from .objects import Thing
from .roles import Role
from .tables import CROSSED, KNOWN, TEXTS
from .world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", TEXTS, ids=str)
def test_every_role_and_text(world: World, case: Case) -> None:
    assert _asked_of_all(world, case) == ""


@pytest.mark.parametrize("case", CROSSED, ids=str)
def test_one_page_is_no_key_to_another(world: World, case: Case) -> None:
    assert _asked_of_all(world, case) == ""


def _asked_of_all(world: World, case: Case) -> str:
    """What is wrong, in lines."""
    findings, economy = Findings(), Economy(world, case)
    for thing in case.things(world):
        for role in Role:
            if economy.asks(role, thing):
                render = economy.renders(role, thing)
                for fault in _faults(world, case, thing, role, render=render):
                    findings.add(str(case), role, str(thing), fault)
    return str(findings)


def _faults(world: World, case: Case, thing: Thing, role: Role, *, render: bool) -> list[str]:
    may = role in case.who(thing)
    takes = KNOWN[case.address].takes
    answer, request = ask(
        world.browsers[role],
        lambda: case.request(world, thing, takes),
        compare=not may,
        render=render,
    )
    if answer is None or request is None:
        return []
    told = world.told(role, answer.text)
    return list(faults(answer, request, case.terms, may=may, told=told))
