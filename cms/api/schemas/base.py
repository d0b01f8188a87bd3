"""What the other models of answers are made of."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model


class Answered(BaseModel):
    """A part of an answer: exactly these members."""

    model_config = ConfigDict(extra="forbid", use_enum_values=True)


class Approved(Answered):
    """Who approved, and when."""

    date: date
    by: str
    url: str | None = Field(description="The approving body's public address.")


class CodeTitle(Answered):
    code: str
    title: str


class AreaLink(Answered):
    name: str
    url: str | None


class ProblemError(Answered):
    parameter: str
    message: str


class Problem(Answered):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ProblemError] = Field(description="Each parameter that is at fault; or none.")


def part_of(model: type[BaseModel], name: str) -> type[BaseModel]:
    """The same model with every member optional: what `fields` leaves of it."""
    members: dict[str, Any] = {
        member: (field.annotation, Field(default=None, description=field.description))
        for member, field in model.model_fields.items()
    }
    return create_model(name, __base__=Answered, __doc__="Only the members of `fields`.", **members)
