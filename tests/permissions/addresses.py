"""Every address that the site answers at, as the resolver knows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern, RoutePattern


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern: its namespaced name, or its route where it has none, and what it takes."""

    name: str
    route: str
    takes: tuple[str, ...]
    """Like `page_id:int`, in the order in which they stand."""

    def __str__(self) -> str:
        return f"{self.name} ({self.route})"


def addresses() -> list[Address]:
    """All of them; those that share a name are told apart by what they take."""
    found = list(_walk(get_resolver(), (), "", ()))
    names = Counter(address.name for address in found)
    return [
        Address(_apart(one), one.route, one.takes) if names[one.name] > 1 else one for one in found
    ]


def _apart(address: Address) -> str:
    variables = ",".join(variable.split(":")[0] for variable in address.takes)
    return f"{address.name}[{variables}]"


def _walk(
    resolver: URLResolver, spaces: tuple[str, ...], before: str, taken: tuple[str, ...]
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        takes = taken + _variables(entry.pattern)
        if isinstance(entry, URLPattern):
            name = ":".join((*spaces, entry.name)) if entry.name else f"/{route}"
            yield Address(name, route, takes)
        else:
            yield from _walk(entry, (*spaces, *filter(None, [entry.namespace])), route, takes)


def _variables(pattern: object) -> tuple[str, ...]:
    if isinstance(pattern, RoutePattern):
        kinds = {name: type(kind).__name__ for name, kind in pattern.converters.items()}
        return tuple(f"{name}:{kind.removesuffix('Converter')}" for name, kind in kinds.items())
    if isinstance(pattern, RegexPattern):
        return tuple(f"{name}:regex" for name in pattern.regex.groupindex)
    return ()
