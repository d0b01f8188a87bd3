"""Values of parameters, as people write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from cms.api.values import Code, Moment, Region, SomeOf


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-31T12:00:00Z", datetime(2026, 1, 31, 12, tzinfo=UTC)),
        ("2026-01-31t12:00:00z", datetime(2026, 1, 31, 12, tzinfo=UTC)),
        ("2026-01-31T12:00:00+01:00", datetime(2026, 1, 31, 11, tzinfo=UTC)),
        ("2026-01-31T12:00", datetime(2026, 1, 31, 11, tzinfo=UTC)),
        ("2026-07-01", datetime(2026, 6, 30, 22, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
def test_moments_are_utc_and_swedish_unless_they_say(text, moment):
    assert TypeAdapter(Moment).validate_python(text) == moment


@pytest.mark.parametrize("text", ["1700000000", "now", "2026-13-01", "", "2026-01-31T12:00 01:00"])
def test_what_is_no_moment(text):
    with pytest.raises(ValidationError, match="ISO 8601"):
        TypeAdapter(Moment).validate_python(text)


def test_a_region_by_code_or_slug_is_its_code():
    adapter = TypeAdapter(Region)

    assert adapter.validate_python("14") == adapter.validate_python("vastra-gotaland") == "14"


def test_some_of_are_in_one_order_whatever_was_asked():
    some = SomeOf(("a", "b", "c"))

    assert some.chosen("c,a") == some.chosen("a,c,a") == ("a", "c")
    with pytest.raises(ValueError, match="allowed: a, b, c"):
        some.chosen("a,,c")


@pytest.mark.parametrize("code", ["H25", "h251", "H25.1", "H28.0*", "H25-P", "H25-H28", "Z00.8B"])
def test_forms_of_a_code(code):
    assert TypeAdapter(Code).validate_python(code) == code


@pytest.mark.parametrize("code", ["H", "25", "H25.", "H25.123", "H٢٥", "ögon", "H25 "])
def test_what_is_no_code(code):
    with pytest.raises(ValidationError):
        TypeAdapter(Code).validate_python(code)
