"""No list, file or home page asks the database more when there is more to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.factories import people

from .many import publish_articles
from .reading import queries, titles

pytestmark = pytest.mark.django_db
HOME = "wagtailadmin_home"
PEOPLE: dict[str, Callable[[], Any]] = {
    "editor": people.editor,
    "expert": people.expert,
    "approver": people.approver,
    "youth": people.youth_editor,
    "regional": people.regional_editor,
    "reader": people.draft_reader,
    "administrator": people.administrator,
}
ASKED: list[tuple[str, str, dict[str, str]]] = [
    *[(who, HOME, {}) for who in PEOPLE],
    ("editor", "desk:new", {}),
    *[
        (who, "desk:articles", query)
        for who in ("editor", "regional")
        for query in (
            *({}, {"p": "1"}, {"ordering": "-review_by"}, {"code": "H26"}, {"q": "artikel"}),
            *({"concern": "counterpart"}, {"concern": "untranslated"}, {"concern": "links"}),
            *({"export": "csv"}, {"export": "xlsx"}),
        )
    ],
    ("editor", "desk:articles", {"state": "live-changed"}),
    ("editor", "desk:links", {}),
    ("regional", "desk:links", {"export": "csv"}),
    ("regional", "desk:supplements", {}),
    ("reader", "desk:supplements", {"export": "xlsx"}),
]


def test_two_hundred_ask_as_much_as_twenty(tmp_path: Path) -> None:
    users = {name: make() for name, make in PEOPLE.items()}
    publish_articles(tmp_path, 20, drafts=7)
    queries(users["editor"], HOME)  # what a process remembers, such as content types
    few = {str(asked): queries(users[asked[0]], asked[1], **asked[2]) for asked in ASKED}
    publish_articles(tmp_path, 180, start=20, drafts=20)
    many = {str(asked): queries(users[asked[0]], asked[1], **asked[2]) for asked in ASKED}
    assert {name: (few[name], many[name]) for name in few if few[name] != many[name]} == {}
    assert max(many.values()) < 60, many
    assert len(titles(users["editor"])) == 50


def test_the_worker_asks_for_batches_not_for_links(tmp_path: Path) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from cms.desk.links.following import BATCH, rebuild_links

    publish_articles(tmp_path, 10)
    with CaptureQueriesContext(connection) as few:
        rebuild_links()
    publish_articles(tmp_path, 30, start=10)
    assert BATCH > 2 * 40
    with CaptureQueriesContext(connection) as many:
        rebuild_links()
    assert len(many) <= len(few) + 4, "one more batch of links that are judged again"
