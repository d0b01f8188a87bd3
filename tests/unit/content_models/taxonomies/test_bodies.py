"""What a name, a link and a way of contact may be."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from content_models.taxonomies.bodies import validate_contact, validate_link, validate_name


@pytest.mark.parametrize(
    "text",
    [
        *("npo@example.org", "https://example.org/kontakt", "http://example.org"),
        "npo.ogon+remiss@kunskap.example.org",
    ],
)
def test_ways_of_contact(text: str) -> None:
    validate_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        *("npo@", "@example.org", "example.org", "08-123 456", "mailto:npo@example.org"),
        *("javascript:alert(1)", "javascript://%0aalert(1)", "data:text/html,x"),
        *("ftp://example.org", "https://", "npo@example.org\nbcc: x@example.org"),
    ],
)
def test_no_ways_of_contact(text: str) -> None:
    with pytest.raises(ValidationError):
        validate_contact(text)


@pytest.mark.parametrize("text", ["https://example.org", "http://example.org/å?q=1#x"])
def test_links(text: str) -> None:
    validate_link(text)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://example.org", "//example.org"])
def test_no_links(text: str) -> None:
    with pytest.raises(ValidationError):
        validate_link(text)


@pytest.mark.parametrize(
    "text", ["Öron-, näs- och halssjukdomar", "<b>Ä</b>", "👩‍⚕️ för alla", "Mjukt\u00adstreck"]
)
def test_names(text: str) -> None:
    validate_name(text)


@pytest.mark.parametrize("text", ["a\x00b", "a\x07b", "a\u202eb", "a\u202ab", "a\x7fb"])
def test_no_names(text: str) -> None:
    with pytest.raises(ValidationError):
        validate_name(text)
