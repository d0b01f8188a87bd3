"""All tables in one place: what is said of which address."""

from __future__ import annotations

from . import (
    administration,
    crossed,
    desk,
    editorial,
    languages,
    matrix,
    pasting,
    public,
    regions,
    screens,
    supplementing,
    taxonomies,
    tree,
    wagtail_pages,
    wagtail_verbs,
)
from .addresses import Address, addresses
from .cases import Case
from .elsewhere import Entry

KNOWN: dict[str, Address] = {address.name: address for address in addresses()}
TEXTS: list[Case] = [
    *wagtail_pages.CASES,
    *wagtail_verbs.CASES,
    *editorial.CASES,
    *pasting.CASES,
    *public.TEXTS,
]
TEXTS += [*languages.CASES, *supplementing.CASES]
CROSSED: list[Case] = [*crossed.CASES, *languages.CROSSED]
ELSEWHERE: list[Entry] = [
    *public.ENTRIES,
    *screens.ENTRIES,
    *tree.ENTRIES,
    *administration.ENTRIES,
    *desk.ENTRIES,
    *matrix.ENTRIES,
    *languages.ENTRIES,
    *taxonomies.ENTRIES,
    *regions.ENTRIES,
    *supplementing.ENTRIES,
]

BREAKS_ON_PURPOSE = frozenset({"wagtailadmin_error_test"})
"""Wagtail's address for trying out the error page: a 500 for whoever may enter the admin."""


def spoken_of() -> set[str]:
    named = {case.address for case in (*TEXTS, *CROSSED)} | {entry.address for entry in ELSEWHERE}
    return named | BREAKS_ON_PURPOSE
