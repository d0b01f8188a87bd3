"""Several imports and editors in one PostgreSQL database."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, connections
from wagtail.models import Page

from content_models.editions.models import Edition
from content_models.models import ApprovingBody, ArticleKey

from .content import Result, article, page_of, placed, run, supplement, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite: see test_interrupted"),
]


def together(*calls: Callable[[], Result]) -> list[Result]:
    def closing(call: Callable[[], Result]) -> Result:
        try:
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(closing, calls))


@pytest.mark.parametrize("publish", [True, False])
def test_the_same_folder_at_the_same_time(folder: Path, publish: bool) -> None:
    write(folder, **{f"a{n}": article(f"a{n}") for n in range(60)}, en=article("a1", language="en"))
    write(folder, vg=supplement(placed(), to="a0"), vg_en=supplement(to="a1", language="en"))

    results = together(
        *(
            lambda n=n: run(folder, publish=publish, report=folder.parent / f"{n}.json")
            for n in range(3)
        )
    )

    assert [result.raw["rejected"] for result in results] == [[], [], []]
    made = [name for result in results for name in result.names("created")]
    assert len(made) == len(set(made)) == 63
    assert ArticleKey.objects.count() == 61
    assert Page.find_problems() == ([], [], [], [], [])
    if publish:
        sequences = list(Edition.objects.order_by("pk").values_list("pk", flat=True))
        assert sequences == list(range(1, 64))


def test_different_folders_at_the_same_time(folder: Path) -> None:
    body = "{date: 2022-01-10, by: En ny nämnd}"
    keys = [f"a{n}" for n in range(36)]
    folders = [
        write(folder / str(n), **{key: article(key, approved=body) for key in keys[n::4]})
        for n in range(4)
    ]

    results = together(
        *(lambda one=one: run(one, publish=True, report=one / "r.json") for one in folders)
    )

    assert [result.code for result in results] == [0] * 4
    assert ApprovingBody.objects.filter(name="En ny nämnd").count() == 1
    assert Edition.objects.count() == 36
    assert Page.find_problems() == ([], [], [], [], [])


def test_imports_and_an_editor_at_the_same_time(folder: Path) -> None:
    write(folder, **{f"a{n}": article(f"a{n}") for n in range(12)})
    run(folder, publish=True)
    write(folder, **{f"a{n}": article(f"a{n}", title="Ny") for n in range(12)})

    def edit() -> Result:
        for n in range(12):
            latest = page_of(f"a{n}").get_latest_revision_as_object()
            latest.summary = "För hand"
            latest.save_revision()
        return Result(0, {}, "", "")

    result, _ = together(lambda: run(folder, publish=True, report=folder / "r.json"), edit)

    assert set(result.done) <= {"changed", "rejected"}
    for n in range(12):
        latest = page_of(f"a{n}").get_latest_revision_as_object()
        assert latest.summary == "För hand"
