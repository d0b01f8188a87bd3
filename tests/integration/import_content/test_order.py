"""The order in which files are found never matters."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

from django.db import transaction

from content_models.documents.schema import ArticleDocument
from content_models.editions.models import CurrentEdition

from .content import article, live_parts, page_of, placed, published, sections, supplement, write

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FILES = {
    "source": article(counterpart="gra-starr"),
    "counterpart": article("gra-starr", kind="citizen-article", counterpart="katarakt"),
    "translation": article(language="en", body=sections(utredning="One.")),
    "regional": supplement(placed("Ett.", after=1), placed("Två.", after=1), placed("Tre.")),
    "regional_en": supplement(placed("One."), language="en"),
}


def test_any_order_of_names_gives_the_same_editions(folder: Path) -> None:
    outcomes = set()
    for order in itertools.islice(itertools.permutations(FILES), 0, 120, 9):
        for old in folder.glob("*.md"):
            old.unlink()
        names = {f"{place}{name}": FILES[name] for place, name in enumerate(order)}
        with transaction.atomic():
            assert published(write(folder, **names)).code == 0
            outcomes.add(_documents())
            transaction.set_rollback(True)
    assert len(outcomes) == 1


def _documents() -> str:
    rows = CurrentEdition.objects.order_by("part").values_list(
        "part", "edition__document", "edition__approved_by"
    )
    return UUID.sub("id", json.dumps([list(row) for row in rows]))


def test_counterparts_may_arrive_in_a_later_run(folder: Path) -> None:
    published(write(folder / "a", katarakt=article(counterpart="gra-starr")))

    result = published(write(folder / "b", rad=FILES["counterpart"]))

    assert result.code == 0
    assert page_of("katarakt").counterpart_key == "gra-starr"


def test_a_supplement_follows_its_article_in_a_later_run(folder: Path) -> None:
    published(write(folder / "a", katarakt=article()))

    assert published(write(folder / "b", vg=supplement(placed(after=2)))).code == 0
    assert live_parts() == ["katarakt/sv", "katarakt/sv/14/utredning"]


def test_a_supplement_to_a_section_that_the_same_run_adds(folder: Path) -> None:
    published(write(folder, katarakt=article()))
    longer = article(body=sections(utredning="Ett.", behandling="Två."))

    result = published(
        write(folder, a=supplement(placed(at="behandling", after=1)), katarakt=longer)
    )

    assert result.code == 0


def test_documents_are_valid_against_the_schema(folder: Path) -> None:
    published(write(folder, **FILES))

    document = CurrentEdition.objects.get(part="katarakt/en").edition.document
    assert ArticleDocument.model_validate_json(document).language == "en"
