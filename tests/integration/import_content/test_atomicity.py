"""Whatever breaks, and whenever: only whole files are there, and the next run finishes."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from django.db import DatabaseError
from wagtail.models import Page, PageLogEntry, Revision

from content_models.approvals import Approval
from content_models.editions import ledger, listing, routes
from content_models.editions.models import CurrentEdition, Edition, ListedArticle
from content_models.models import ApprovingBody, ArticleCode, ArticleKey

from .content import article, editions, page_of, placed, published, run, supplement, write

apply = importlib.import_module("import.apply")
changing = importlib.import_module("import.changing")
creating = importlib.import_module("import.creating")
ImportedFile = importlib.import_module("import.models").ImportedFile

TABLES = (
    *(Page, Revision, PageLogEntry, Approval, Edition, CurrentEdition, ListedArticle),
    *(ApprovingBody, ArticleCode, ArticleKey, ImportedFile),
)
STEPS = [
    *((creating, name) for name in ("_place", "_insert", "_revise", "_publish", "_log", "_index")),
    *((creating, name) for name in ("approval_by_import", "new_approval")),
    *((ledger.Ledger, name) for name in ("append", "_commit")),
    *((listing, "refresh"), (routes, "claim")),
    *((apply.Writer, name) for name in ("_drafts", "_record", "_remember")),
]
CHANGING = [
    *((apply, "change_page"), (changing, "approval_by_import"), (ledger.Ledger, "append")),
    *((listing, "refresh"), (routes, "claim"), (apply.Writer, "_remember")),
]


def ids(steps: list[tuple[object, str]]) -> list[str]:
    return [f"{getattr(owner, '__name__', owner)}.{name}" for owner, name in steps]


def rows() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in TABLES}


class Broken(Exception):
    pass


@pytest.mark.parametrize(("owner", "name"), STEPS, ids=ids(STEPS))
@pytest.mark.parametrize("error", [Broken, KeyboardInterrupt])
def test_a_break_while_creating_leaves_nothing(
    folder: Path, owner: object, name: str, error: type[BaseException]
) -> None:
    write(folder, katarakt=article(), vg=supplement(placed(), placed(id="ring")))
    before = rows()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, _raise(error))
        with pytest.raises(error):
            published(folder)

    assert rows() == before
    assert published(folder).done == {"created": ["katarakt.md", "vg.md"]}


@pytest.mark.parametrize(("owner", "name"), CHANGING, ids=ids(CHANGING))
def test_a_break_while_changing_leaves_what_was(folder: Path, owner: object, name: str) -> None:
    published(write(folder, katarakt=article()))
    before = rows()
    write(folder, katarakt=article(title="Ny"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, _raise(Broken))
        with pytest.raises(Broken):
            published(folder)

    assert rows() == before
    assert page_of().title == "Katarakt"
    assert published(folder).done == {"changed": ["katarakt.md"]}


def _raise(error: type[BaseException]):  # type: ignore[no-untyped-def]
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_batches_before_the_break_are_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "BATCH", 3)
    write(folder, **{f"a{place}": article(f"a{place}") for place in range(8)})
    create, calls = apply.create_pages, []

    def twice_then_break(*args: object, **kwargs: object) -> None:
        calls.append(args)
        if len(calls) == 3:
            raise KeyboardInterrupt
        create(*args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(apply, "create_pages", twice_then_break)
        with pytest.raises(KeyboardInterrupt):
            published(folder)

    assert editions() == [f"a{place}/sv" for place in range(6)]
    result = published(folder)
    assert {name: len(files) for name, files in result.done.items()} == {"created": 2, "same": 6}
    assert list(Edition.objects.order_by("pk").values_list("pk", flat=True)) == list(range(1, 9))


def test_one_file_that_falls_at_the_last_step_falls_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, **{f"a{place}": article(f"a{place}") for place in range(5)})
    draft, refused = apply.article_draft, importlib.import_module("import.source").Refused

    def refuse(source, *args):  # type: ignore[no-untyped-def]
        if source.key == "a3":
            raise refused("fel", line=7)
        return draft(source, *args)

    monkeypatch.setattr(apply, "article_draft", refuse)

    result = published(folder)

    assert result.refusal == (7, "fel")
    assert editions() == ["a0/sv", "a1/sv", "a2/sv", "a4/sv"]


def test_a_database_that_fails_is_an_exit_code_not_a_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DatabaseError("no such table")

    monkeypatch.setattr(importlib.import_module("import.run"), "State", fail)

    result = run(write(folder, katarakt=article()))

    assert (result.code, "no such table" in result.err) == (2, True)
