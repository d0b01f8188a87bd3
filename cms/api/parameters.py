"""A query string → a typed, validated query; anything else is refused by name.

One pydantic model a call says what is allowed: it validates here and is the OpenAPI document's
list of parameters.
"""

from __future__ import annotations

from typing import Any, Self
from urllib.parse import parse_qsl

from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict, ValidationError

from cms.api.problems import BadParameters

LONGEST_QUERY = 8000
LONGEST_VALUE = 1000


class Parameters(BaseModel):
    """The parameters of a call."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """The request's query; raises BadParameters."""
        values = _values(request.META.get("QUERY_STRING", ""))
        unknown = [name for name in values if name not in cls.model_fields]
        if unknown:
            allowed = ", ".join(cls.model_fields) or "none"
            message = f"there is no such parameter; allowed: {allowed}"
            raise BadParameters(*((_shortened(name), message) for name in unknown[:5]))
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise BadParameters(*map(_fault, error.errors(include_url=False))) from error

    def as_key(self) -> tuple[Any, ...]:
        """What tells this query from others of the same call."""
        return tuple(self.__dict__.values())

    @classmethod
    def openapi(cls) -> list[dict[str, Any]]:
        """The OpenAPI document's parameter objects."""
        schema = cls.model_json_schema()
        required = schema.get("required", [])
        return [
            _parameter(name, details, is_required=name in required)
            for name, details in schema["properties"].items()
        ]


def _values(query_string: str) -> dict[str, str]:
    if not query_string:
        return {}
    if len(query_string) > LONGEST_QUERY:
        raise BadParameters(("query", f"longer than {LONGEST_QUERY} characters"))
    try:
        text = query_string.encode("latin-1").decode()
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise BadParameters(("query", "not percent-encoded UTF-8")) from error
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            raise BadParameters((_shortened(name), "stands more than once; allowed: once"))
        if "\0" in value or len(value) > LONGEST_VALUE:
            message = f"holds NUL, or more than the allowed {LONGEST_VALUE} characters"
            raise BadParameters((_shortened(name), message))
        values[name] = value
    return values


def _fault(error: Any) -> tuple[str, str]:
    name = str(error["loc"][0]) if error["loc"] else "query"
    if error["type"] == "missing":
        return name, "is required"
    message: str = error["msg"]
    return name, message.removeprefix("Value error, ")


def _shortened(name: str) -> str:
    return name.replace("\0", "")[:60]


def _parameter(name: str, details: dict[str, Any], *, is_required: bool) -> dict[str, Any]:
    description = details.pop("description", "")
    for extra in ("title", "default") if details.get("default", ...) is None else ("title",):
        details.pop(extra, None)
    choices = [choice for choice in details.pop("anyOf", []) if choice.get("type") != "null"]
    schema = details | (choices[0] if choices else {})
    parameter = {"in": "query", "name": name, "required": is_required, "schema": schema}
    if description:
        parameter["description"] = description
    if schema.get("type") == "array":
        parameter |= {"style": "form", "explode": False}
    return parameter
