"""The types of parameters: closed sets of words, whole numbers, moments, lists of members."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from content_models.regions import BY_CODE_OR_SLUG
from content_models.swedish_time import SWEDEN
from content_models.vocabulary import CareLevel, Language

CODE_FORM = (
    r"^([A-Za-z][0-9]{2}(\.?[0-9][0-9A-Za-z]?)?(-[Pp])?|[A-Za-z][0-9]{2}-[A-Za-z][0-9]{2})[†+*]?$"
)
"""A diagnosis code as people write it: either case, with or without its dot."""
WITHOUT_NUL = r"^[^\x00]*$"
LARGEST = 2**53 - 1
"""The largest whole number that JSON and JavaScript hold exactly."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """Annotates a string that is one of these; enumerated in the OpenAPI document."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, *_: Any) -> CoreSchema:
        return core_schema.literal_schema(list(self.words))


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Annotates a tuple of these, written with commas between; kept in the order given here."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, *_: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.chosen)

    def __get_pydantic_json_schema__(self, *_: Any) -> dict[str, Any]:
        items = {"type": "string", "enum": list(self.words)}
        return {"type": "array", "items": items, "minItems": 1}

    def chosen(self, text: str) -> tuple[str, ...]:
        asked = text.split(",")
        unknown = [word for word in asked if word not in self.words]
        if unknown:
            raise ValueError(
                f"“{unknown[0][:60]}” is not allowed; allowed: {', '.join(self.words)}"
            )
        return tuple(word for word in self.words if word in asked)


def _code_of_region(name: str) -> str:
    return BY_CODE_OR_SLUG[name].code


def _whole(text: Any) -> int:
    if not re.fullmatch(r"-?[0-9]{1,16}", str(text)):
        raise ValueError("not a whole number of at most 16 digits")
    return int(text)


TRUTHS = {"true": True, "false": False, "1": True, "0": False}


def _truth(text: Any) -> bool:
    if text not in TRUTHS:
        raise ValueError(f"allowed: {', '.join(TRUTHS)}")
    return TRUTHS[text]


def _moment(text: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text).upper())
    except ValueError:
        raise ValueError(
            "not an ISO 8601 time such as 2026-01-31T12:00:00Z (write + as %2B)"
        ) from None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=SWEDEN)).astimezone(UTC)
    except OverflowError:
        # Hours before the first or after the last year that there is.
        return moment.replace(tzinfo=UTC)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


Region = Annotated[
    str,
    OneOf(tuple(BY_CODE_OR_SLUG)),
    AfterValidator(_code_of_region),
    Field(description="A region's two-digit code or its slug."),
]
AnyLanguage = Annotated[str, OneOf(tuple(Language))]
AnyCareLevel = Annotated[
    str,
    OneOf(tuple(CareLevel)),
    Field(description="Leaves out what is for other care levels only."),
]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
"""In UTC; without an offset it is taken as Swedish time."""
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"enum": [True, False, 1, 0]})]
DIGITS = BeforeValidator(_whole)
"""Stands last in an Annotated int, so that the bounds before it are in the OpenAPI document."""
Code = Annotated[str, Field(pattern=CODE_FORM, max_length=12, examples=["H25", "H26.9", "h269"])]
Name = Annotated[
    str, Field(min_length=1, max_length=255, pattern=WITHOUT_NUL), AfterValidator(_composed)
]
Address = Annotated[
    str, Field(min_length=1, max_length=1000, pattern=WITHOUT_NUL), AfterValidator(_composed)
]
Words = Annotated[str, Field(max_length=100, pattern=WITHOUT_NUL), AfterValidator(_composed)]
