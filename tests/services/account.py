"""The account that servers run under: never root, which they refuse."""

import os
import pwd
from pathlib import Path
from typing import NamedTuple, TypedDict


class Identity(TypedDict, total=False):
    """What `subprocess` needs to start a program under another account."""

    user: int
    group: int
    extra_groups: list[int]


class Account(NamedTuple):
    """A user and a group by number."""

    user: int
    group: int

    def identity(self) -> Identity:
        return Identity(user=self.user, group=self.group, extra_groups=[])

    def own(self, path: Path) -> None:
        os.chown(path, self.user, self.group)


def unprivileged(*names: str) -> Account | None:
    """The first of the named accounts that exists; None when we are not root ourselves."""
    if os.geteuid() != 0:
        return None
    for name in names:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(user=entry.pw_uid, group=entry.pw_gid)
    return Account(user=65534, group=65534)
