"""Reading the desk's lists and files as people do."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import people

Rows = list[list[Any]]


def asked(user: Any, name: str = "desk:articles", **query: Any) -> Any:
    """The answer at one of the desk's addresses."""
    return people.client_of(people.again(user)).get(reverse(name), query)


def titles(user: Any, name: str = "desk:articles", **query: Any) -> list[str]:
    """The titles of the list, in its order."""
    table = asked(user, name, **query).context["table"]
    return [getattr(row, "shown_title", None) or row.title for row in table.data]


def queries(user: Any, name: str, **query: Any) -> int:
    """How many statements an answer takes, files read to their end."""
    client = people.client_of(people.again(user))
    with CaptureQueriesContext(
        connection,
    ) as captured:
        body_of(client.get(reverse(name), query))
    return len(captured)


def body_of(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def as_csv(user: Any, name: str = "desk:articles", **query: Any) -> Rows:
    """The rows below the headings."""
    body = body_of(asked(user, name, export="csv", **query))
    return list(csv.reader(StringIO(body.decode("utf-8-sig"))))[1:]


def as_xlsx(user: Any, name: str = "desk:articles", **query: Any) -> Any:
    """The sheet."""
    body = body_of(asked(user, name, export="xlsx", **query))
    return load_workbook(BytesIO(body)).active
