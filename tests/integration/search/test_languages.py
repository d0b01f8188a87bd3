"""One document per language; a translation that is not served is not found."""

from __future__ import annotations

from content_models.vocabulary import ChangeClass
from search.indexing import catch_up
from tests.factories import published
from tests.factories.published import section, text
from tests.integration.search.conftest import Keys


def test_each_language_with_its_own_stems(keys: Keys) -> None:
    published.article(sections=[section("utredning", text("Linserna."))])
    published.article(
        language="en", title="Cataract", sections=[section("utredning", text("Examining lenses."))]
    )
    catch_up()
    assert keys("linser") == ["katarakt"]
    assert keys("examined", language="en") == ["katarakt"]
    assert keys("examined") == []


def test_a_supplement_is_found_where_it_is_shown_also_in_another_language(keys: Keys) -> None:
    katarakt = published.article()
    published.article(language="en", title="Cataract")
    published.supplement(katarakt, "14", blocks=[text("Mölndal.")])
    catch_up()
    assert keys("Mölndal", language="en", region="14") == ["katarakt"]


def test_a_translation_older_than_a_safety_change_is_not_found(keys: Keys) -> None:
    katarakt = published.article()
    english = published.article(language="en", title="Cataract")
    catch_up()
    assert keys("cataract", language="en") == ["katarakt"]
    published.revise(katarakt, title="Katarakt 2", approval={"change_class": ChangeClass.SAFETY})
    catch_up()
    assert keys("cataract", language="en") == []
    published.revise(english, title="Cataract, corrected")
    catch_up()
    assert keys("cataract", language="en") == ["katarakt"]
