"""What the matrix leaves out, since it costs more than it says.

Measured: a refusal takes 3-6 ms, a page that is shown or a thing that is done 20-40 ms.

- An address that does several things is asked for each in the states that matter to it, and its
  form is looked at in other states than it is posted in: together in all (see the tables).
- A superuser, whom Wagtail never asks, is let through to region 12's texts alone. What they are
  refused is asked of every text.
- Of the pages that a role is shown, the first of each owner is rendered; for roles that may read
  everything, and so cannot be told too much, the first. The others stop at the template: who is let
  through has been decided by then. The superuser's are rendered in every state.
"""

from __future__ import annotations

from .cases import Case
from .objects import Owner, Thing
from .roles import Role
from .world import World


class Economy:
    """Of one case."""

    def __init__(self, world: World, case: Case) -> None:
        self.world, self.case = world, case
        self.example = Owner.OTHER if Owner.OTHER in case.owners else case.owners[0]
        self.rendered: set[tuple[Role, Owner | None]] = set()

    def asks(self, role: Role, thing: Thing) -> bool:
        if role is not Role.SUPERUSER or role not in self.case.who(thing):
            return True
        return thing.owner is self.example

    def renders(self, role: Role, thing: Thing) -> bool:
        """Whether this one is; asked once for each."""
        if role is Role.SUPERUSER:
            return True
        reads_all = not self.world.unreadable[role]
        kind = (role, None if reads_all and role in self.case.who(thing) else thing.owner)
        first = kind not in self.rendered
        self.rendered.add(kind)
        return first
