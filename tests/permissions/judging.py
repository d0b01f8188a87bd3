"""An answer beside what should hold: nothing to say, or what is wrong in one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from http import HTTPStatus
from typing import Any

import pytest

from .asking import Answer, Request
from .roles import Role

LEDGER = "content_models_edition"


@dataclass(frozen=True, slots=True)
class Terms:
    """What is said of an address beyond who is let through."""

    publishes: bool = False
    """What is allowed here may add an edition or a tombstone."""
    traceless: bool = False
    """What is allowed here writes nothing."""
    explains: bool = False
    """What is allowed here may say in a message what it did not do."""
    quiet: bool = False
    """Who is refused is not told so: nothing happens, and nothing is shown."""


DEFAULT_TERMS = Terms()


def with_terms(said: dict[str, Any]) -> dict[str, Any]:
    """What is said of an address, with its terms put together."""
    names = {each.name for each in fields(Terms)}
    terms = Terms(**{name: value for name, value in said.items() if name in names})
    return {name: value for name, value in said.items() if name not in names} | {"terms": terms}


def faults(
    answer: Answer, request: Request, terms: Terms, *, may: bool, told: list[str]
) -> Iterator[str]:
    """What is wrong with the answer for someone who may be let through, or may not."""
    if answer.is_broken:
        yield f"broken: {answer}"
    if told:
        yield f"gives away drafts: {', '.join(told)}" if len(told) > 1 else "gives away its draft"
    if LEDGER in answer.wrote and not (may and terms.publishes):
        yield f"writes to the ledger: {answer}"
    if may and not answer.is_broken:
        yield from _wrongly_refused(answer, request, terms)
    elif answer.changed:
        yield f"should change nothing: {answer}"
    elif not (may or answer.is_refused or answer.is_broken or terms.quiet):
        yield f"should be refused: {answer}"


def _wrongly_refused(answer: Answer, request: Request, terms: Terms) -> Iterator[str]:
    in_words = terms.explains and answer.status == HTTPStatus.FOUND
    if answer.is_refused and not in_words:
        yield f"should be let through: {answer}"
    elif request.method != "GET" and not terms.traceless and not answer.wrote:
        yield f"is let through but does nothing: {answer}"


class Findings:
    """Faults by what they are; said in one list, with roles and things together."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], dict[Role, list[str]]] = {}
        self.asked = 0

    def add(self, case: str, role: Role, thing: str, fault: str) -> None:
        self.found.setdefault((case, fault), {}).setdefault(role, []).append(thing)

    def report(self) -> None:
        """Fails the test if anything is wrong, or if there was nothing to ask."""
        assert self.asked
        if self.found:
            pytest.fail(str(self), pytrace=False)

    def __str__(self) -> str:
        lines = []
        for (case, fault), roles in self.found.items():
            lines += ["", f"{case}: {fault}"]
            things: dict[str, list[str]] = {}
            for role, found in roles.items():
                things.setdefault("; ".join(found), []).append(role)
            lines += [f"    {', '.join(who)}: {what}" for what, who in things.items()]
        return "\n".join(lines)
