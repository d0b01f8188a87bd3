"""Queries that every composition makes, composed once: the ORM's own SQL and converters, kept.

Composing such a query anew costs the ORM more CPU than PostgreSQL needs to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import QuerySet

Rows = Iterable[Sequence[Any]]


@dataclass(slots=True)
class Prepared:
    """A `values_list` query of parameters, given by how it is made for `samples`.

    The samples are distinct, and are the query's only parameters, in its order.
    """

    make: Callable[..., QuerySet[Any, Any]]
    samples: tuple[Any, ...]
    _ready: dict[str, tuple[str, Any, Any]] = field(default_factory=dict)

    def rows(self, *parameters: Any) -> Rows:
        """The rows for these parameters, with the values that the ORM would give."""
        sql, compiler, converters = self._compiled()
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            rows = cursor.fetchall()
        converted: Rows = compiler.apply_converters(rows, converters) if converters else rows
        return converted

    def _compiled(self) -> tuple[str, Any, Any]:
        vendor = connection.vendor
        if vendor not in self._ready:
            compiler = self.make(*self.samples).query.get_compiler(connection=connection)
            sql, found = compiler.as_sql()
            if tuple(found) != self.samples:
                raise ValueError(f"parameters {found} are not the samples {self.samples}")
            selected = [expression for expression, *_ in compiler.select]
            self._ready[vendor] = sql, compiler, compiler.get_converters(selected)
        return self._ready[vendor]
