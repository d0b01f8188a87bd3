"""A prepared query gives what the ORM gives, for every kind of value."""

from __future__ import annotations

from datetime import UTC

import pytest

from content_models.editions.prepared import Prepared
from content_models.editions.reading import CURRENT_PARTS, current_parts
from content_models.models import CurrentEdition, Edition, ListedArticle
from content_models.vocabulary import ChangeClass
from tests.factories.published import article, revise, section, supplement, text

pytestmark = pytest.mark.django_db


def test_the_same_rows_and_values_as_the_orm() -> None:
    page = article()
    supplement(page, "14")
    supplement(page, "12")
    revise(
        page,
        sections=[section("utredning", text("Nytt."))],
        approval={"change_class": ChangeClass.SAFETY},
    )

    prepared = sorted(map(list, CURRENT_PARTS.rows("katarakt", "", "14")))

    orm = CURRENT_PARTS.make("katarakt", "", "14")
    assert prepared == sorted(map(list, orm))
    assert len(prepared) == 2
    (national,) = (part for part in current_parts("katarakt") if not part.edition.region)
    assert national.edition.safety_changes
    first = Edition.objects.get(sequence=1).valid_from
    assert (national.first_published, national.first_published.tzinfo) == (first, UTC)
    assert national.edition.valid_from == Edition.objects.get(sequence=4).valid_from


def test_without_a_region_only_the_national_text() -> None:
    supplement(article(), "14")

    assert [part.edition.region for part in current_parts("katarakt")] == [""]
    assert current_parts("finns-inte", "14") == []


def test_parameters_that_are_not_the_samples_are_noticed() -> None:
    odd = Prepared(
        lambda key: ListedArticle.objects.filter(key=key, language="sv").values_list("key"),
        samples=("key",),
    )
    with pytest.raises(ValueError, match="samples"):
        odd.rows("katarakt")


def test_a_value_is_never_part_of_the_statement() -> None:
    article()
    hostile = "x' OR '1'='1"

    assert list(CURRENT_PARTS.rows(hostile, "", hostile)) == []
    assert CurrentEdition.objects.count() == 1
