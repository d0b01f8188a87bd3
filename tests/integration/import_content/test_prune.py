"""`--prune` unpublishes what an earlier import of the same folder made and no longer finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.factories import published as factory

from .content import (
    article,
    draft_of,
    editions,
    live_parts,
    page_of,
    placed,
    published,
    run,
    sections,
    supplement,
    supplement_of,
    write,
    written,
)
from .test_conflicts import edit, lock, submit


@pytest.fixture
def imported(folder: Path) -> Path:
    write(folder, katarakt=article(), glaukom=article("glaukom"))
    published(write(folder, vg=supplement(placed("Ett."), placed("Två.", id="ring"))))
    return folder


def test_without_prune_what_is_gone_stays(imported: Path) -> None:
    (imported / "vg.md").unlink()

    assert published(imported).done == {"same": ["glaukom.md", "katarakt.md"]}
    assert "katarakt/sv/14/ring" in live_parts()


def test_a_file_that_is_gone_leaves_tombstones(imported: Path) -> None:
    (imported / "vg.md").unlink()

    result = published(imported, prune=True)

    assert result.raw["pruned"] == [str(imported / "vg.md")]
    assert editions()[-2:] == ["-katarakt/sv/14/ring", "-katarakt/sv/14/utredning"]
    assert live_parts() == ["glaukom/sv", "katarakt/sv"]
    assert not supplement_of("ring").live


def test_pruning_needs_no_publish(imported: Path) -> None:
    (imported / "glaukom.md").unlink()

    assert run(imported, prune=True).done["pruned"] == ["glaukom.md"]
    assert "glaukom/sv" not in live_parts()


def test_what_is_pruned_is_pruned_once(imported: Path) -> None:
    (imported / "glaukom.md").unlink()
    published(imported, prune=True)

    with written() as statements:
        assert published(imported, prune=True).done == {"same": ["katarakt.md", "vg.md"]}
    assert statements == []


def test_a_file_that_comes_back_is_published_again(imported: Path) -> None:
    text = (imported / "glaukom.md").read_text()
    (imported / "glaukom.md").unlink()
    published(imported, prune=True)

    assert published(write(imported, glaukom=text)).done["changed"] == ["glaukom.md"]
    assert "glaukom/sv" in live_parts()


@pytest.mark.parametrize("order", ["same run", "later run"])
def test_a_supplement_taken_out_of_its_file(imported: Path, order: str) -> None:
    write(imported, vg=supplement(placed("Ett.")))
    if order == "later run":
        published(imported)
        assert "katarakt/sv/14/ring" in live_parts()

    result = published(imported, prune=True)

    assert result.raw["pruned"] == [f"{imported / 'vg.md'}#ring"]
    assert live_parts() == ["glaukom/sv", "katarakt/sv", "katarakt/sv/14/utredning"]
    assert "pruned" not in published(imported, prune=True).done


def test_a_supplement_put_back_into_its_file(imported: Path) -> None:
    text = (imported / "vg.md").read_text()
    published(write(imported, vg=supplement(placed("Ett."))), prune=True)

    assert published(write(imported, vg=text)).code == 0
    assert "katarakt/sv/14/ring" in live_parts()


def test_a_file_with_another_key_lets_go_of_the_first(imported: Path) -> None:
    result = published(write(imported, glaukom=article("gron-starr")), prune=True)

    assert result.done["pruned"] == ["glaukom.md"]
    assert "gron-starr/sv" in live_parts()
    assert "glaukom/sv" not in live_parts()


def test_only_the_same_folders_content_is_pruned(imported: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "annat", migran=article("migran"))
    published(other)
    factory.article("for-hand")

    assert "pruned" not in published(imported, prune=True).done
    assert {"migran/sv", "for-hand/sv"} <= set(live_parts())


def test_a_single_file_prunes_nothing(imported: Path) -> None:
    (imported / "glaukom.md").unlink()

    assert "pruned" not in published(imported / "katarakt.md", prune=True).done


def test_a_file_imported_alone_stays_its_folders(imported: Path) -> None:
    published(write(imported, glaukom=article("glaukom", title="Ny")) / "glaukom.md")
    (imported / "glaukom.md").unlink()

    assert published(imported, prune=True).done["pruned"] == ["glaukom.md"]


def test_a_folder_that_was_moved_is_pruned_where_it_is_now(imported: Path, tmp_path: Path) -> None:
    moved = Path(shutil.move(imported, tmp_path / "ny plats"))
    published(moved)
    (moved / "glaukom.md").unlink()

    assert published(moved, prune=True).done["pruned"] == ["glaukom.md"]


def test_a_file_that_moved_to_another_folder_is_that_folders(
    imported: Path, tmp_path: Path
) -> None:
    other = tmp_path / "annat"
    other.mkdir()
    shutil.move(imported / "glaukom.md", other / "glaukom.md")
    published(other)

    assert "pruned" not in published(imported, prune=True).done
    assert "glaukom/sv" in live_parts()


@pytest.mark.parametrize(
    "broken", ["key: glaukom\n---\n", article("glaukom", diagnosis_codes="[Z9]")]
)
@pytest.mark.parametrize("name", ["glaukom", "nytt namn"])
def test_a_refused_file_still_holds_its_page(imported: Path, broken: str, name: str) -> None:
    (imported / "glaukom.md").unlink()

    result = published(write(imported, **{name: broken}), prune=True)

    assert result.done == {"same": ["katarakt.md", "vg.md"], "rejected": [f"{name}.md"]}
    assert "glaukom/sv" in live_parts()


def test_a_refused_namesake_in_another_folder_protects_nothing(imported: Path) -> None:
    (imported / "glaukom.md").unlink()
    write(imported / "annan", glaukom="trasig")

    assert published(imported, prune=True).done["pruned"] == ["glaukom.md"]


def test_two_files_for_one_key_unpublish_nothing(imported: Path) -> None:
    write(imported, kopia=article("glaukom"))

    assert "pruned" not in published(imported, prune=True).done
    assert "glaukom/sv" in live_parts()


@pytest.mark.parametrize("act", [edit, lock, submit])
def test_what_people_work_on_is_left_and_named(imported: Path, act: Callable[[Any], None]) -> None:
    act(page_of("glaukom"))
    (imported / "glaukom.md").unlink()

    result = published(imported, prune=True)

    assert (result.code, result.done["rejected"]) == (1, ["glaukom.md"])
    assert "conflict" in result.refusal[1]
    assert "glaukom/sv" in live_parts()


def test_a_dry_run_names_what_it_would_prune_and_writes_nothing(imported: Path) -> None:
    (imported / "glaukom.md").unlink()
    write(imported, vg=supplement(placed("Ny.")))

    with written() as statements:
        dry = published(imported, prune=True, dry_run=True)
    real = published(imported, prune=True)

    assert statements == []
    assert dry.raw | {"dry_run": False} == real.raw
    assert len(real.raw["pruned"]) == 2


def test_unpublishing_keeps_the_draft_that_was_there(folder: Path) -> None:
    published(write(folder, katarakt=article(title="Publicerad")))
    run(write(folder, katarakt=article(title="Utkast", body=sections(ny="Text."))))
    (folder / "katarakt.md").unlink()

    published(folder, prune=True)

    assert page_of().title == "Publicerad"
    assert draft_of().title == "Utkast"
    assert not page_of().live
