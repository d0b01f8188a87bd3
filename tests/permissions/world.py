"""Everything there is to ask for, and everyone who asks: made once, left as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wagtail.users.models import UserProfile

from .asking import SECRET, Browser
from .furniture import furniture
from .objects import Owner, State, Thing, every_thing
from .roles import Role, person_of
from .rules import readers
from .translations import translate


@dataclass(slots=True)
class World:
    things: list[Thing] = field(default_factory=list)
    browsers: dict[Role, Browser] = field(default_factory=dict)
    ids: dict[str, Any] = field(default_factory=dict)
    """What addresses that carry no text are asked with, by name."""
    unreadable: dict[Role, frozenset[str]] = field(default_factory=dict)
    """The secrets that a role must not come to see."""

    def of(self, owner: Owner, state: State) -> Thing:
        return next(one for one in self.things if (one.owner, one.state) == (owner, state))

    def told(self, role: Role, text: str) -> list[str]:
        """The things whose secrets the text gives away to this role."""
        words = set(SECRET.findall(text)) & self.unreadable[role]
        return sorted(str(thing) for thing in self.things if thing.secret in words)


def world() -> World:
    made = World(things=every_thing())
    made.ids = furniture(made.of(Owner.OTHER, State.DRAFT), made.of(Owner.NATIONAL, State.DRAFT))
    for thing in made.things:
        if thing.state in {State.DRAFT, State.LIVE}:
            translate(thing)
    for role in Role:
        person = person_of(role)
        if person.pk:
            UserProfile.get_for_user(person)
        made.browsers[role] = Browser(person)
        made.unreadable[role] = frozenset(
            thing.secret for thing in made.things if role not in readers(thing)
        )
    return made
