"""A region's files are held to what it takes part in; bodies that approve for it become its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from content_models.editions.models import CurrentEdition
from content_models.models import ApprovingBody
from region_overlays.models import Region

from .content import article, live_parts, placed, published, run, sections, supplement, write

OWN = "Västra Götalandsregionen"


def line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def narrow(**facts: Any) -> None:
    Region.objects.filter(pk="14").update(**facts)


@pytest.mark.parametrize("is_there", [True, False], ids=["held", "in the same run"])
def test_a_declined_kind(folder: Path, is_there: bool) -> None:
    narrow(kinds=["knowledge-support"])
    if is_there:
        published(write(folder, oga=article("oga", kind="citizen-article")))
    files = {
        "oga": article("oga", kind="citizen-article"),
        "katarakt": article(),
        "vg-oga": supplement(to="oga"),
        "vg-katarakt": supplement(),
        "skane-oga": supplement(to="oga", region="12"),
    }

    result = published(write(folder, **files))

    assert result.refusal == (
        line_of(files["vg-oga"], "region"),
        f"{OWN} takes no part in citizen-article; it supplements: knowledge-support",
    )
    assert {"katarakt/sv/14/utredning", "oga/sv/12/utredning"} <= set(live_parts())
    assert "oga/sv/14/utredning" not in live_parts()


@pytest.mark.parametrize("said", [{"language": "en"}, {}], ids=["said", "by default"])
def test_a_language_that_the_region_does_not_write_in(folder: Path, said: dict[str, str]) -> None:
    narrow(languages=["fi"])
    text = supplement(**said)
    files = {"katarakt": article(), "eng": article(language="en"), "vg": text}

    line, message = published(write(folder, **files)).refusal

    assert line == line_of(text, "language" if said else "region")
    assert message.endswith("its languages are: fi")


def test_news_take_no_supplements(folder: Path) -> None:
    news = article("nytt", kind="news")
    _line, message = published(write(folder, nytt=news, vg=supplement(to="nytt"))).refusal
    assert message.startswith(f"{OWN} takes no part in news")


def test_what_is_refused_is_refused_on_a_dry_run_too(folder: Path) -> None:
    narrow(kinds=[])
    result = run(write(folder, katarakt=article(), vg=supplement()), "--dry-run")
    assert result.refusal[1].endswith("it supplements: no kind")


def test_a_body_that_approves_for_a_region_becomes_its_own(folder: Path) -> None:
    by = "{date: 2022-02-06, by: Medicinska rådet}"
    two = sections(utredning="Ett.", behandling="Två.")
    texts = supplement(placed(), placed(at="behandling"), approved=by)

    result = published(write(folder, katarakt=article(body=two), vg=texts))

    assert {"type": "approving-body", "name": "Medicinska rådet"} in result.raw["new"]
    body = ApprovingBody.objects.get(name="Medicinska rådet")
    assert [one.pk for one in body.regions.all()] == ["14"]
    edition = CurrentEdition.objects.get(part="katarakt/sv/14/utredning").edition
    assert edition.approved_by == "Medicinska rådet"


def test_the_regions_own_name_is_none_of_its_bodies(folder: Path) -> None:
    published(write(folder, katarakt=article(), vg=supplement()))
    assert not Region.objects.get(pk="14").approving_bodies.exists()


def test_a_refused_file_leaves_no_body_behind(folder: Path) -> None:
    by = "{date: 2022-02-06, by: Medicinska rådet}"
    files = {"katarakt": article(), "vg": supplement(placed(at="saknas"), approved=by)}
    published(write(folder, **files))
    assert not Region.objects.get(pk="14").approving_bodies.exists()
