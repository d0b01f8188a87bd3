"""Reference data that answers are joined with: names, links, titles, addresses.

Each thing is read when it is first asked for, and all of it is let go when the ledger's count of
reference changes moves on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from content_models.models import ApprovingBody, DiagnosisCode, ProgrammeArea, Route
from region_overlays.models import Region, RegionQuickLink

Address = Mapping[str, str]
"""Language → the path that an article has in it."""


Value = TypeVar("Value")


class Reference:
    """Reference data as it stood at one count of its changes."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._titles: dict[str, str] = {}
        self._addresses: dict[str, Address] = {}
        self._folders: dict[str, str] = {}

    @cached_property
    def regions(self) -> dict[str, Region]:
        """Code → region."""
        return Region.objects.in_bulk()

    @cached_property
    def logos(self) -> dict[int, tuple[int, int]]:
        """Image's primary key → width and height, of those that are regions' logos."""
        rows = Region.objects.filter(logo__isnull=False)
        found = rows.values_list("logo_id", "logo__width", "logo__height")
        return {pk: (width, height) for pk, width, height in found}

    @cached_property
    def quick_links(self) -> Mapping[str, list[RegionQuickLink]]:
        """Region's code → its quick links, in order."""
        links: dict[str, list[RegionQuickLink]] = {}
        for link in RegionQuickLink.objects.order_by("sort_order", "pk"):
            links.setdefault(link.region_id, []).append(link)
        return links

    @cached_property
    def regional_bodies(self) -> Mapping[str, list[str]]:
        """Region's code → the names of the bodies that approve for it, in order of name."""
        rows = ApprovingBody.objects.filter(regions__isnull=False)
        bodies: dict[str, list[str]] = {}
        for code, name in rows.values_list("regions", "name"):
            bodies.setdefault(code, []).append(name)
        return bodies

    @cached_property
    def body_links(self) -> dict[str, str | None]:
        """Approving body's name → its link."""
        return {name: url or None for name, url in ApprovingBody.objects.values_list("name", "url")}

    @cached_property
    def area_links(self) -> dict[str, str | None]:
        """Programme area's name → its link, in order of name."""
        return {name: url or None for name, url in ProgrammeArea.objects.values_list("name", "url")}

    def code_titles(self, codes: Iterable[str]) -> dict[str, str]:
        """Diagnosis code → title; a code that is gone stands for itself."""
        return _known(self._titles, codes, _read_titles)

    def addresses(self, keys: Iterable[str]) -> dict[str, Address]:
        """Article's key → its addresses."""
        return _known(self._addresses, keys, _read_addresses)

    def folder_titles(self, paths: Iterable[str]) -> dict[str, str]:
        """Path → published title of the folder there; empty if there is none."""
        return _known(self._folders, paths, _read_folders)


def _known(
    held: dict[str, Value],
    names: Iterable[str],
    read: Callable[[list[str]], dict[str, Value]],
) -> dict[str, Value]:
    wanted = list(names)
    missing = [name for name in wanted if name not in held]
    if missing:
        held.update(read(missing))
    return {name: held[name] for name in wanted}


def _read_titles(codes: list[str]) -> dict[str, str]:
    found = DiagnosisCode.objects.filter(code__in=codes).values_list("code", "title")
    return {code: code for code in codes} | dict(found)


def _read_addresses(keys: list[str]) -> dict[str, Address]:
    found: dict[str, dict[str, str]] = {key: {} for key in keys}
    # An article that was deleted and made anew has two current routes: the later page's counts.
    rows = Route.objects.filter(key__in=keys, current=True).order_by("page_id")
    for key, language, path in rows.values_list("key", "language", "path"):
        found[key][language] = path
    return dict(found)


def _read_folders(paths: list[str]) -> dict[str, str]:
    found = Route.objects.filter(path__in=paths, key="", current=True).values_list("path", "title")
    return dict.fromkeys(paths, "") | dict(found)


_latest = Reference(-1)


def reference_at(count: int) -> Reference:
    """The process's snapshot, or a new one if the count has moved."""
    global _latest  # noqa: PLW0603 - one snapshot a process is what this module is
    if _latest.count != count:
        _latest = Reference(count)
    return _latest


def forget() -> None:
    """Let go of the snapshot: for tests, whose rollbacks move the count back."""
    reference_at(-1)
