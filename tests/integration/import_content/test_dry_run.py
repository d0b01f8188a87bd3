"""`--dry-run` says what a run would do, and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from .content import article, picture, placed, published, put, sections, supplement, write, written


@pytest.mark.parametrize("publish", [True, False])
def test_it_writes_nothing_and_reports_what_the_run_then_does(folder: Path, publish: bool) -> None:
    published(write(folder, gammal=article("gammal"), samma=article("samma")))
    put(folder / "bild.png", picture("green", (7, 7)))
    write(
        folder,
        gammal=article("gammal", title="Ny titel"),
        bild=article(body=sections(utredning="![](bild.png)"), programme_area="Ögon"),
        en=article(language="en", approved="{date: 2022-01-10, by: Ny nämnd}"),
        vg=supplement(placed(after=1)),
        fel=supplement(placed(at="saknas"), region="12"),
        trasig="trasig",
    )
    media = set(Path(settings.MEDIA_ROOT).rglob("*"))

    with written() as statements:
        dry = published(folder, dry_run=True)

    assert statements == []
    assert set(Path(settings.MEDIA_ROOT).rglob("*")) == media
    real = published(folder)
    assert dry.raw.pop("dry_run") is True
    assert real.raw.pop("dry_run") is False
    assert dry.raw == real.raw
    assert dry.code == real.code == 1
    assert len(real.raw["new"]) == 3
    assert "Dry run" in dry.out


def test_supplements_find_articles_that_the_run_would_make(folder: Path) -> None:
    write(folder, katarakt=article(), vg=supplement())

    assert published(folder, dry_run=True).done == {"created": ["katarakt.md", "vg.md"]}
