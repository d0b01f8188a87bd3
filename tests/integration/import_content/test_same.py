"""What has not changed is not written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from wagtail.models import Revision

from content_models.editions.models import Edition
from tests.factories.published import codes

from .content import (
    article,
    editions,
    page_of,
    picture,
    placed,
    published,
    put,
    run,
    sections,
    supplement,
    write,
    written,
)

DEMO = Path(__file__).parents[3] / "demo"


@pytest.fixture
def whole(folder: Path) -> Path:
    """An article with an image, a translation and a region's supplements."""
    put(folder / "bild.png", picture())
    body = sections(utredning="Text.\n\n![Öga](bild.png)")
    return write(
        folder,
        katarakt=article(body=body),
        katarakt_en=article(body=body, language="en"),
        vg=supplement(placed("Ett."), placed("Två.", id="ring")),
    )


@pytest.mark.parametrize("publish", [True, False])
def test_a_second_run_writes_nothing_and_says_so(whole: Path, publish: bool) -> None:
    run(whole, publish=publish)

    with written() as statements:
        result = run(whole, publish=publish)

    assert statements == []
    assert result.done == {"same": ["katarakt.md", "katarakt_en.md", "vg.md"]}


def test_drafting_what_is_published_writes_nothing(whole: Path) -> None:
    published(whole)

    with written() as statements:
        assert set(run(whole).done) == {"same"}

    assert statements == []


def test_a_renamed_file_is_the_same_file(whole: Path) -> None:
    published(whole)
    put(whole / "ny" / "bild.png", picture())
    (whole / "katarakt.md").rename(whole / "ny" / "grå starr.md")
    before = editions()

    assert published(whole).done == {"same": ["katarakt_en.md", "grå starr.md", "vg.md"]}
    assert editions() == before
    with written() as statements:
        published(whole)
    assert statements == []


def test_the_same_folder_elsewhere_is_the_same_folder(whole: Path, tmp_path: Path) -> None:
    published(whole)
    before = editions()
    moved = tmp_path / "annan utcheckning"
    shutil.move(whole, moved)

    assert set(published(moved).done) == {"same"}
    assert editions() == before


def test_other_white_space_changes_the_file_and_no_block(folder: Path) -> None:
    published(write(folder, katarakt=article(body="## Utredning {#u}\n\nEtt stycke.\n")))
    before = Edition.objects.latest("pk").document

    result = published(
        write(folder, katarakt=article(body="\n\n## Utredning {#u}\n\n\n\nEtt stycke.\n\n\n"))
    )

    assert result.done == {"changed": ["katarakt.md"]}
    assert Edition.objects.latest("pk").document == before


def test_new_bytes_of_an_image_are_a_change(whole: Path) -> None:
    published(whole)
    put(whole / "bild.png", picture("blue"))

    assert published(whole).done == {
        "changed": ["katarakt.md", "katarakt_en.md"],
        "same": ["vg.md"],
    }
    first, second = Edition.objects.filter(part="katarakt/sv").order_by("pk")
    assert first.document != second.document


def test_another_approval_date_alone_is_a_new_edition(folder: Path) -> None:
    published(write(folder, katarakt=article()))
    again = "{date: 2024-05-01, by: Nationellt programområde ögonsjukdomar}"

    published(write(folder, katarakt=article(approved=again)))

    first, second = Edition.objects.order_by("pk")
    assert (str(first.approved_on), str(second.approved_on)) == ("2022-01-10", "2024-05-01")
    assert first.document == second.document


def test_a_page_deleted_by_hand_is_made_again(folder: Path) -> None:
    published(write(folder, katarakt=article(), vg=supplement()))
    page_of().delete()

    assert published(folder).done == {"created": ["katarakt.md"], "same": ["vg.md"]}
    assert page_of().live
    assert set(published(folder).done) == {"same"}


def test_the_demonstration_is_accepted_whole_and_once(tmp_path: Path) -> None:
    codes(*(DEMO / "diagnosis-codes.tsv").read_text().splitlines())

    first = published(DEMO / "content", report=tmp_path / "report.json")
    revisions = Revision.objects.count()
    second = published(DEMO / "content", report=tmp_path / "report.json")

    assert (first.code, second.code) == (0, 0)
    assert first.raw["created"] == second.raw["same"]
    assert Revision.objects.count() == revisions
