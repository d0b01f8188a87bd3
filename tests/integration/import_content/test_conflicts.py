"""What a person has done since the last import is never overwritten."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from tests.factories.published import draft_article, draft_supplement

from .content import (
    article,
    draft_of,
    editions,
    page_of,
    placed,
    published,
    run,
    supplement,
    supplement_of,
    write,
    written,
)


def edit(page: Any) -> None:
    latest = page.get_latest_revision_as_object()
    latest.title = "För hand"
    latest.save_revision()


def lock(page: Any) -> None:
    page.locked = True
    page.save(update_fields=["locked"])


def submit(page: Any) -> None:
    workflow = Workflow.objects.create(name="Granskning")
    task = GroupApprovalTask.objects.create(name="Granska")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    user = get_user_model().objects.create_superuser("chef", "chef@example.org", "x")
    workflow.start(page.get_latest_revision_as_object(), user)


def unpublish(page: Any) -> None:
    page.unpublish()


ACTS = [edit, lock, submit, unpublish]


@pytest.mark.parametrize("act", ACTS)
def test_an_article(folder: Path, act: Callable[[Any], None]) -> None:
    published(write(folder, katarakt=article()))
    act(page_of())
    before, latest = editions(), page_of().latest_revision_id
    write(folder, katarakt=article(title="Ur filen"), annan=article("annan"))

    result = published(folder)

    assert result.done == {"created": ["annan.md"], "rejected": ["katarakt.md"]}
    assert result.refusal[0] == 3
    assert "conflict" in result.refusal[1]
    assert editions() == [*before, "annan/sv"]
    assert page_of().latest_revision_id == latest


@pytest.mark.parametrize("act", ACTS)
def test_one_supplement_of_two_in_a_file(folder: Path, act: Callable[[Any], None]) -> None:
    published(write(folder, katarakt=article(), vg=supplement(placed(), placed(id="ring"))))
    act(supplement_of("ring"))
    before = editions()

    result = published(write(folder, vg=supplement(placed("Ny."), placed("Ny.", id="ring"))))

    assert result.done == {"same": ["katarakt.md"], "rejected": ["vg.md"]}
    assert "conflict" in result.refusal[1]
    assert editions() == before


@pytest.mark.parametrize("act", ACTS)
def test_an_unchanged_file_is_no_conflict(folder: Path, act: Callable[[Any], None]) -> None:
    published(write(folder, katarakt=article()))
    act(page_of())

    with written() as statements:
        assert published(folder).done == {"same": ["katarakt.md"]}
    assert statements == []


def test_drafts_too(folder: Path) -> None:
    run(write(folder, katarakt=article()))
    edit(page_of())

    assert run(write(folder, katarakt=article(title="Ny"))).done == {"rejected": ["katarakt.md"]}
    assert draft_of().title == "För hand"


def test_publishing_unchanged_drafts_that_someone_has_edited(folder: Path) -> None:
    run(write(folder, katarakt=article()))
    edit(page_of())

    assert published(folder).done == {"rejected": ["katarakt.md"]}
    assert not page_of().live


@pytest.mark.parametrize("has_revision", [True, False])
def test_a_page_made_by_hand_and_never_imported(folder: Path, has_revision: bool) -> None:
    page = draft_article("katarakt", title="För hand")
    if not has_revision:
        page.revisions.all().delete()
        type(page).objects.filter(pk=page.pk).update(latest_revision=None)

    assert published(write(folder, katarakt=article())).done == {"rejected": ["katarakt.md"]}
    assert page_of().title == "För hand"


def test_a_supplement_made_by_hand_with_the_same_id(folder: Path) -> None:
    published(write(folder, katarakt=article()))
    draft_supplement(page_of(), "14", at="utredning", id="utredning")

    result = published(write(folder, vg=supplement()))

    assert result.done == {"same": ["katarakt.md"], "rejected": ["vg.md"]}


def test_another_regions_work_is_no_conflict(folder: Path) -> None:
    published(write(folder, katarakt=article(), vg=supplement(), skane=supplement(region="12")))
    edit(supplement_of(region="12"))

    assert published(write(folder, vg=supplement(placed("Ny.")))).code == 0


def test_a_page_edited_between_reading_and_writing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves while the import is parsing."""
    published(write(folder, katarakt=article()))
    module = importlib.import_module("import.run")
    make_plan = module.make_plan

    def slow(*args: Any, **kwargs: Any) -> Any:
        plan = make_plan(*args, **kwargs)
        edit(page_of())
        return plan

    monkeypatch.setattr(module, "make_plan", slow)

    result = published(write(folder, katarakt=article(title="Ur filen")))

    assert result.done == {"rejected": ["katarakt.md"]}
    assert draft_of().title == "För hand"
