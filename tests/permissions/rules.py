"""Who may do what with a text, in the field's own words; the product's code is not asked.

What no rule allows is refused. A rule gives, for a thing, the roles that may.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .objects import IN_REVIEW, Owner, State, Thing
from .roles import EVERYONE, NOBODY, Role

Roles = frozenset[Role]


@dataclass(frozen=True, slots=True)
class Rule:
    """Combined with `|`, narrowed with `when`."""

    roles: Callable[[Thing], Roles]

    def __call__(self, thing: Thing) -> Roles:
        return self.roles(thing)

    def __or__(self, other: Rule) -> Rule:
        return Rule(lambda thing: self(thing) | other(thing))

    def when(self, *states: State) -> Rule:
        return Rule(lambda thing: self(thing) if thing.state in states else NOBODY)

    def unless(self, *states: State) -> Rule:
        return Rule(lambda thing: NOBODY if thing.state in states else self(thing))


def only(*roles: Role) -> Rule:
    return Rule(lambda _thing: frozenset(roles))


def of_owner(**roles: Roles) -> Rule:
    """By whose text it is: `own`, `other`, `national`, `youth`."""
    return Rule(lambda thing: roles.get(thing.owner.name.lower(), NOBODY))


NATIONAL_ROLES = frozenset(
    {
        *(Role.READER, Role.EDITOR, Role.YOUTH_EDITOR, Role.EXPERT),
        *(Role.APPROVER, Role.OTHER_APPROVER),
    }
)
REGIONAL_ROLES = frozenset({Role.REGIONAL_EDITOR, Role.REGIONAL_APPROVER})

anyone = Rule(lambda _thing: EVERYONE)
nobody = Rule(lambda _thing: NOBODY)
superuser = only(Role.SUPERUSER)
administrators = only(Role.ADMINISTRATOR, Role.SUPERUSER)

EVERYWHERE = frozenset({Role.READER, Role.EDITOR})
"""Who see what their changes do to the regions, and who are to read everything."""

readers = administrators | of_owner(
    own=REGIONAL_ROLES | EVERYWHERE,
    other=EVERYWHERE,
    national=NATIONAL_ROLES,
    youth=NATIONAL_ROLES,
)
"""A region's drafts are its own people's; the nation's are everyone's with a national role."""

writers = administrators | of_owner(
    own=frozenset({Role.REGIONAL_EDITOR}),
    national=frozenset({Role.EDITOR}),
    youth=frozenset({Role.EDITOR, Role.YOUTH_EDITOR}),
)
frozen = (*IN_REVIEW,)
"""What has been handed in stands still until it is decided or taken back."""
editors = writers.unless(*frozen)

approvers = of_owner(
    own=frozenset({Role.REGIONAL_APPROVER}),
    national=frozenset({Role.APPROVER}),
    youth=frozenset({Role.APPROVER}),
)
answerable = approvers | administrators
"""They answer for what readers see: they take it down, move it while it is live, unschedule it."""

withdrawers = answerable.when(State.LIVE)
removers = (writers | approvers).unless(State.LIVE, *frozen)
"""What readers or reviewers have before them is not deleted."""
movers = answerable.when(State.LIVE) | writers.unless(State.LIVE, *frozen)
lockers = (writers | approvers).unless(*frozen) | superuser
unlockers = approvers | administrators | superuser
"""Under review a lock would only keep the reviewers out: it is not set, and is taken off by those
who answer for the text."""


def _deciders(thing: Thing) -> Roles:
    if thing.state is State.WITH_EXPERTS:
        return frozenset({Role.EXPERT})
    if thing.state is not State.REVIEWED:
        return NOBODY
    step = {
        Owner.OWN: Role.REGIONAL_APPROVER,
        Owner.NATIONAL: Role.APPROVER,
        Owner.YOUTH: Role.YOUTH_EDITOR,
    }
    return frozenset({step[thing.owner]}) if thing.owner in step else NOBODY


deciders = Rule(_deciders)
"""Only who has the step's mandate; to run the system is none."""

unschedulers = answerable | writers
reorderers = administrators.unless(*frozen)

explorers = writers | approvers
"""Those with Wagtail's page permissions there see it in the tree."""
