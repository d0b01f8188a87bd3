"""The kinds of value that front matter holds, each read from the text an editor wrote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator

from content_models.addresses import ADDRESS_PATTERN, LONGEST_ADDRESS
from content_models.regions import BY_CODE_OR_SLUG, REGIONS
from content_models.swedish_time import YEARS_OF_NEWS, in_sweden
from content_models.vocabulary import OLDEST_READER, CareLevel

from .limits import MAX_TITLE
from .slugs import ID
from .unseen import unseen_fault

_SPACE = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_WHOLE = re.compile(r"[0-9]{1,4}")
_CODE = re.compile(r"([A-Z][0-9]{2})(?:\.?([0-9][0-9A-Z]?))?([†+*]?(?:-P)?)")
_CODE_RANGE = re.compile(r"[A-Z][0-9]{2}-[A-Z][0-9]{2}")
_MAX_KEY = 100
_MAX_TEXT = 5_000

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")


def one_line(text: str) -> str:
    """Text with its line breaks and runs of spaces as single spaces."""
    return _SPACE.sub(" ", text).strip(" ")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text")
    text = one_line(value)
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise ValueError("holds a control character; only text is allowed")
    # Here too: what YAML escapes (`\u202e`) hide from the check of the file's lines.
    if fault := unseen_fault(text):
        raise ValueError(f"holds {fault}")
    if not text:
        raise ValueError("is empty")
    return _at_most(_MAX_TEXT)(text)


def _at_most(length: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        if len(text) > length:
            raise ValueError(f"is longer than {length} characters")
        return text

    return check


def _key(value: object) -> str:
    text = _text(value)
    if not ID.fullmatch(text) or len(text) > _MAX_KEY:
        raise ValueError(
            f"`{text[:_MAX_KEY]}` is not a key; allowed: lower-case letters a-z, digits and "
            f"hyphens, at most {_MAX_KEY}, the first not a hyphen"
        )
    return text


def _day(value: object) -> date:
    text = _text(value)
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"the date {text} does not exist ({error})") from None
    raise ValueError(f"`{text[:40]}` is not a date; write it as YYYY-MM-DD")


def _moment(value: object, *, ends: bool) -> datetime:
    """A day, or a day and an hour, in Swedish time; a day alone is all of it."""
    text = _text(value)
    if not _MOMENT.fullmatch(text):
        raise ValueError(
            f"`{text[:40]}` is not a time; write YYYY-MM-DD or YYYY-MM-DDTHH:MM, Swedish time"
        )
    try:
        moment = datetime.fromisoformat(text)
        if len(text) == len("YYYY-MM-DD") and ends:
            moment += timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"the time {text} does not exist ({error})") from None
    if moment.year not in YEARS_OF_NEWS:
        raise ValueError(
            f"the year of {text} is not one that news are shown in; allowed: "
            f"{YEARS_OF_NEWS[0]} to {YEARS_OF_NEWS[-1]}"
        )
    try:
        return moment if moment.tzinfo else in_sweden(moment)
    except ValueError as error:
        raise ValueError(
            f"{error}, so {text} does not exist or exists twice; choose another hour, or write "
            "it with its offset (+01:00 or +02:00)"
        ) from None


def _address(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(ADDRESS_PATTERN, text) or len(text) > LONGEST_ADDRESS:
        raise ValueError(
            f"`{text[:80]}` is not an address; allowed: https://…, a path on the site (/…), "
            f"mailto: and tel:, at most {LONGEST_ADDRESS} characters"
        )
    return text


def _years(value: object) -> int:
    text = _text(value)
    if not _WHOLE.fullmatch(text) or int(text) > OLDEST_READER:
        raise ValueError(f"`{text[:40]}` is not an age; allowed: 0 to {OLDEST_READER}, whole years")
    return int(text)


def _diagnosis_code(value: object) -> str:
    text = _text(value)
    if _CODE_RANGE.fullmatch(text):
        return text
    match = _CODE.fullmatch(text)
    if match is None:
        raise ValueError(
            f"`{text[:40]}` is not a diagnosis code; allowed: ICD-10-SE codes and ranges, "
            "as H25, H26.9, H36.0*, H25-P, H25-H28"
        )
    category, rest, marks = match.groups()
    return f"{category}.{rest}{marks}" if rest else f"{category}{marks}"


def _region(value: object) -> str:
    text = _text(value)
    found = BY_CODE_OR_SLUG.get(text.zfill(2) if _WHOLE.fullmatch(text) else text)
    if found is None:
        allowed = ", ".join(f'"{region.code}" {region.slug}' for region in REGIONS)
        raise ValueError(f"`{text[:40]}` is not a region; allowed: {allowed}")
    return found.code


def one_of(choices: type[Choice]) -> Callable[[object], Choice]:
    """A reader of that vocabulary whose refusal lists what is allowed."""

    def read(value: object) -> Choice:
        text = _text(value)
        for choice in choices:
            if choice.value == text:
                return choice
        allowed = ", ".join(choices)
        raise ValueError(f"`{text[:40]}` is not allowed; allowed: {allowed}")

    return read


def _each_once(items: tuple[Item, ...]) -> tuple[Item, ...]:
    for number, item in enumerate(items):
        if item in items[:number]:
            raise ValueError(f"`{item}` is named twice; name it once")
    return not_too_many(items)


def not_too_many(items: tuple[Item, ...]) -> tuple[Item, ...]:
    if len(items) > 200:
        raise ValueError("more than 200 items; at most 200 are allowed")
    return items


def _in_order(levels: tuple[CareLevel, ...]) -> tuple[CareLevel, ...]:
    return tuple(level for level in CareLevel if level in levels)


Text = Annotated[str, BeforeValidator(_text)]
Title = Annotated[Text, AfterValidator(_at_most(MAX_TITLE))]
Key = Annotated[str, BeforeValidator(_key)]
Day = Annotated[date, BeforeValidator(_day)]
Beginning = Annotated[datetime, BeforeValidator(partial(_moment, ends=False))]
End = Annotated[datetime, BeforeValidator(partial(_moment, ends=True))]
"""A day alone includes that day."""
Address = Annotated[str, BeforeValidator(_address)]
Years = Annotated[int, BeforeValidator(_years)]
Region = Annotated[str, BeforeValidator(_region)]
Titles = Annotated[tuple[Title, ...], AfterValidator(_each_once)]
DiagnosisCodes = Annotated[
    tuple[Annotated[str, BeforeValidator(_diagnosis_code)], ...], AfterValidator(_each_once)
]
CareLevels = Annotated[
    tuple[Annotated[CareLevel, BeforeValidator(one_of(CareLevel))], ...],
    AfterValidator(_each_once),
    AfterValidator(_in_order),
]
