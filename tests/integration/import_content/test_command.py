"""What the command promises whoever runs it: files named, exit codes, the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_models.editions.models import Edition

from . import content
from .content import article, live_parts, page_of, published, put, run, supplement, write


def test_without_publish_the_result_is_a_draft(folder: Path) -> None:
    result = run(write(folder, katarakt=article()))

    assert (result.code, result.done) == (0, {"created": ["katarakt.md"]})
    page = page_of()
    assert (page.live, page.has_unpublished_changes) == (False, True)
    assert page.get_latest_revision_as_object().title == "Katarakt"
    assert not Edition.objects.exists()


def test_publish_appends_an_edition_approved_as_the_front_matter_says(folder: Path) -> None:
    published(write(folder, katarakt=article(change_class="safety", change_note="Ny dos.")))

    edition = Edition.objects.get()
    assert edition.part == "katarakt/sv"
    assert str(edition.approved_on) == "2022-01-10"
    assert edition.approved_by == "Nationellt programområde ögonsjukdomar"
    assert (edition.change_class, edition.note) == ("safety", "Ny dos.")


def test_drafts_that_have_not_changed_are_published_by_a_later_run(folder: Path) -> None:
    write(folder, katarakt=article(), vg=supplement())
    run(folder)

    result = published(folder)

    assert result.done == {"changed": ["katarakt.md", "vg.md"]}
    assert live_parts() == ["katarakt/sv", "katarakt/sv/14/utredning"]
    assert published(folder).done == {"same": ["katarakt.md", "vg.md"]}


def test_a_change_without_publish_leaves_readers_what_they_had(folder: Path) -> None:
    published(write(folder, katarakt=article(title="Gammal")))

    run(write(folder, katarakt=article(title="Ny")))

    assert page_of().title == "Gammal"
    assert content.draft_of().title == "Ny"
    assert Edition.objects.count() == 1


def test_the_report_has_the_shape_of_the_contract(folder: Path) -> None:
    write(folder, katarakt=article(programme_area="Sjögång"), fel="# Ingen början\n")

    result = published(folder, report=folder.parent / "report.json")

    assert result.code == 1
    assert result.raw == {
        "created": [str(folder / "katarakt.md")],
        "changed": [],
        "same": [],
        "pruned": [],
        "rejected": [
            {"path": str(folder / "fel.md"), "line": 1, "message": result.refusal[1]},
        ],
        "new": [
            {"type": "approving-body", "name": "Nationellt programområde ögonsjukdomar"},
            {"type": "programme-area", "name": "Sjögång"},
        ],
        "dry_run": False,
    }
    assert f"{folder / 'fel.md'}:1: " in result.err


def test_bodies_that_are_known_are_not_new(folder: Path) -> None:
    published(write(folder, katarakt=article()))

    assert published(write(folder, glaukom=article("glaukom"))).raw["new"] == []


def test_what_only_a_refused_file_names_is_not_new(folder: Path) -> None:
    write(folder, katarakt=article(programme_area="Påhittat", diagnosis_codes="[Z99]"))

    assert run(folder).raw["new"] == []


def test_paths_are_named_as_the_user_gave_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder / "ögon" / "grå starr.md", article())
    monkeypatch.chdir(folder.parent)

    report = folder.parent / "report.json"
    assert run("content", report=report).raw["created"] == ["content/ögon/grå starr.md"]
    assert run("./content/ögon/grå starr.md", report=report).raw["same"] == [
        "content/ögon/grå starr.md"
    ]


def test_every_file_counts_once_however_often_it_is_given(folder: Path) -> None:
    file = put(folder / "ögon" / "katarakt.md", article())

    result = published(folder, file, folder / "ögon", folder / "ögon" / ".." / "ögon")

    assert result.done == {"created": ["katarakt.md"]}


def test_several_paths_are_one_run(folder: Path) -> None:
    first = write(folder / "a", katarakt=article())
    second = write(folder / "b", vg=supplement(), annan="text")

    result = published(second / "vg.md", first)

    assert result.done == {"created": ["katarakt.md", "vg.md"]}
    assert live_parts() == ["katarakt/sv", "katarakt/sv/14/utredning"]


def test_hidden_files_and_other_files_are_left_alone(folder: Path) -> None:
    put(folder / ".git" / "katarakt.md", "nej")
    put(folder / ".katarakt.md", "nej")
    put(folder / "anteckningar.txt", "nej")
    write(folder, katarakt=article())

    assert run(folder).done == {"created": ["katarakt.md"]}


def test_a_readme_without_front_matter_is_a_refused_file(folder: Path) -> None:
    put(folder / "README.md", "# Om innehållet\n")
    write(folder, katarakt=article())

    result = run(folder)

    assert (result.code, result.done["created"]) == (1, ["katarakt.md"])
    assert result.refusal[0] == 1


def test_an_empty_folder_is_done_at_once(folder: Path) -> None:
    result = published(folder)

    assert (result.code, result.done) == (0, {})


def test_a_path_that_is_not_there_stops_the_run_before_it_starts(folder: Path) -> None:
    write(folder, katarakt=article())

    result = published(folder, folder / "saknas")

    assert result.code == 2
    assert "saknas" in result.err
    assert not Edition.objects.exists()


@pytest.mark.parametrize("report", ["saknas/report.json", "."])
def test_a_report_that_cannot_be_written_stops_the_run_before_it_starts(
    folder: Path, report: str
) -> None:
    write(folder, katarakt=article())

    result = published(folder, report=folder / report)

    assert result.code == 2
    assert not Edition.objects.exists()
