"""Addresses that carry no text of their own: the role alone decides.

Whatever they show, nobody is shown words of a draft that they may not read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from .asking import Request
from .judging import DEFAULT_TERMS, Terms, with_terms
from .roles import Role
from .world import World

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR, Role.SUPERUSER})
SUPERUSER = frozenset({Role.SUPERUSER})
WRITERS = ADMINISTRATORS | {Role.EDITOR, Role.YOUTH_EDITOR, Role.REGIONAL_EDITOR}
IN_TREE = WRITERS | {Role.APPROVER, Role.REGIONAL_APPROVER}
"""Those with Wagtail's page permissions somewhere."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An address, how it is asked, and the roles that are let through."""

    address: str
    who: frozenset[Role]
    method: str = "GET"
    what: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    """What it takes; "the image" stands for what is called so in `world.ids`."""
    query: dict[str, Any] = field(default_factory=dict)
    data: Any = None
    content_type: str | None = None
    terms: Terms = DEFAULT_TERMS

    def __str__(self) -> str:
        return " ".join(filter(None, [self.method, self.address, self.what]))

    def request(self, world: World, takes: tuple[str, ...]) -> Request:
        names = [variable.split(":")[0] for variable in takes]
        if self.address.startswith("/"):
            path = world.ids[self.address]
        else:
            values = {name: _said(world, self.args[name]) for name in names}
            path = reverse(self.address.split("[")[0], kwargs=values)
        if self.query:
            said = {name: _said(world, value) for name, value in self.query.items()}
            path += "?" + urlencode(said, doseq=True)
        data = self.data(world) if callable(self.data) else self.data
        return Request(self.method, path, data, self.content_type)


def _said(world: World, value: Any) -> Any:
    if isinstance(value, str) and value.startswith("the "):
        return world.ids[value.removeprefix("the ")]
    return value


def opens(who: frozenset[Role], *addresses: str, **more: Any) -> list[Entry]:
    return [Entry(address, who, **with_terms(more)) for address in addresses]


def posts(who: frozenset[Role], address: str, data: Any = None, **more: Any) -> Entry:
    return Entry(address, who, **{"method": "POST", "data": data} | with_terms(more))
