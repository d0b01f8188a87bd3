"""What an operation says of itself in the OpenAPI document, in one line each."""

from __future__ import annotations

from typing import Any

from cms.api.parameters import Parameters
from cms.api.schemas.base import Problem

EVERYWHERE = (400, 500, 503)
WITHOUT_BODY = (301, 304)


def declared(name: str, query: type[Parameters], answer: Any, *statuses: int) -> dict[str, Any]:
    """ninja's arguments: operation id, answer by status, parameters.

    Answers are finished bytes: the models describe them, and a test holds them to it.
    """
    problems = sorted((*EVERYWHERE, *(code for code in statuses if code >= 400)))
    bodiless = sorted({304, *(code for code in statuses if code in WITHOUT_BODY)})
    return {
        "operation_id": name,
        "response": {200: answer, **dict.fromkeys(bodiless), **dict.fromkeys(problems, Problem)},
        "openapi_extra": {"parameters": query.openapi()},
    }
