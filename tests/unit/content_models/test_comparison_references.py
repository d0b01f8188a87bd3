"""Sources that change, and the numbers that follow them."""

from __future__ import annotations

from content_models.documents.comparison import (
    Change,
    compare,
)
from tests.factories.documents import article, block, cited, section
from tests.unit.content_models.compared import (
    blocks,
)


def test_references_are_matched_by_what_they_say() -> None:
    before = article(
        references=("Källa ett, 2020.", "Källa två om dosen, 2021.", "Källa tre, 2022.")
    )
    after = article(references=("Helt ny bok.", "Källa ett, 2020.", "Källa två om dosen, 2024."))

    found = compare(before, after)

    assert [
        (source.number_before, source.number_after, source.kinds) for source in found.references
    ] == [
        (None, 1, (Change.ADDED,)),
        (1, 2, (Change.RENUMBERED,)),
        (2, 3, (Change.CHANGED, Change.RENUMBERED)),
        (3, None, (Change.REMOVED,)),
    ]
    assert found.references[2].before == "Källa två om dosen, <del>2021</del>."
    assert found.renumbering is not None


def test_a_citation_that_only_follows_its_source_is_no_change_of_text() -> None:
    before = article(section("a", block("1", f"<p>Ge.{cited(1)}</p>")), references=("En.",))
    after = article(section("a", block("1", f"<p>Ge.{cited(2)}</p>")), references=("Noll.", "En."))

    followed = blocks(compare(before, after))["1"]

    assert followed.kinds == (Change.RENUMBERED,)
    assert followed.number is None


def test_a_citation_of_another_source_is_a_change() -> None:
    before = article(section("a", block("1", f"<p>Ge.{cited(1)}</p>")), references=("En.", "Två."))
    after = article(section("a", block("1", f"<p>Ge.{cited(2)}</p>")), references=("En.", "Två."))

    assert blocks(compare(before, after))["1"].kinds == (Change.CHANGED,)


def test_a_citation_whose_source_changed_beneath_it_is_not_hidden() -> None:
    document = section("a", block("1", f"<p>Ge.{cited(1)}</p>"))

    found = compare(
        article(document, references=("En bok.",)), article(document, references=("Två.",))
    )

    assert [source.kinds for source in found.references] == [(Change.REMOVED,), (Change.ADDED,)]


def test_the_order_of_the_list_alone_is_a_change() -> None:
    ordered = [{"number": 1, "html": "En."}, {"number": 2, "html": "Två."}]

    found = compare(article(references=ordered), article(references=ordered[::-1]))

    assert found.count == 1
