"""One case: an address, how it is asked, and by whom it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from .asking import Request
from .judging import DEFAULT_TERMS, Terms, with_terms
from .objects import Owner, State, Thing
from .rules import Rule
from .values import values_of
from .world import World

STATES = (State.DRAFT, State.REVIEWED, State.LIVE, State.WITHDRAWN)
Make = Callable[[World, Thing], Any]
NOTHING: Make = lambda _world, _thing: None  # noqa: E731 - a value, as the others are


@dataclass(frozen=True, slots=True)
class Case:
    """What is said of an address that carries a text; `NOTHING` is asked with nothing."""

    address: str
    who: Rule
    """Who is let through."""
    method: str = "GET"
    what: str = ""
    """Which of the things that can be done there."""
    args: dict[str, Any] = field(default_factory=dict)
    """What the address takes, where it is not `values_of` the thing; a callable is asked."""
    query: Make = NOTHING
    data: Make = NOTHING
    content_type: str | None = None
    given: Make = NOTHING
    """Sets the scene first."""
    states: tuple[State, ...] = STATES
    owners: tuple[Owner, ...] = tuple(Owner)
    terms: Terms = DEFAULT_TERMS

    def __str__(self) -> str:
        return " ".join(filter(None, [self.method, self.address, self.what]))

    @property
    def name(self) -> str:
        return self.address.split("[")[0]

    def things(self, world: World) -> Iterator[Thing]:
        for thing in world.things:
            if thing.state in self.states and thing.owner in self.owners:
                yield thing

    def request(self, world: World, thing: Thing, takes: tuple[str, ...]) -> Request | None:
        """None where the thing has not what the address asks for."""
        self.given(world, thing)
        wanted = [variable.split(":")[0] for variable in takes]
        values = {name: self._value(name, world, thing) for name in wanted}
        if None in values.values():
            return None
        query = self.query(world, thing)
        path = reverse(self.name, kwargs=values) + (
            f"?{urlencode(query, doseq=True)}" if query else ""
        )
        return Request(self.method, path, self.data(world, thing), self.content_type)

    def _value(self, name: str, world: World, thing: Thing) -> Any:
        if name not in self.args:
            return values_of(name, world, thing)
        given = self.args[name]
        return given(world, thing) if callable(given) else given


def at(*states: State) -> dict[str, Any]:
    """Asked of the texts in these states."""
    return {"states": states}


def shows(address: str, who: Rule, **more: Any) -> Case:
    return Case(address, who, **with_terms(more))


def does(address: str, who: Rule, data: Make | Any = NOTHING, **more: Any) -> Case:
    """Posts, unless another method is said."""
    made = data if callable(data) else (lambda _world, _thing: data)
    return Case(address, who, **{"method": "POST", "data": made} | with_terms(more))
