"""What ninja's OpenAPI document lacks: problem media type, descriptions; HEAD goes."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
PROBLEM_JSON = "application/problem+json"
DESCRIPTIONS = {
    "200": "Found.",
    "301": "Moved; `Location` has the address.",
    "304": "What you have is still right.",
    "400": "A parameter that does not exist, or a value that is not allowed; `errors` names it.",
    "404": "Well-formed, but it names nothing.",
    "410": "It was published and is withdrawn.",
    "500": "Our fault.",
    "503": "The database does not answer; try again in a moment.",
}


def completed(document: Json) -> Json:
    """The document with what our answers have in common."""
    for call in document["paths"].values():
        call.pop("head", None)
        for status, response in call["get"]["responses"].items():
            _complete(response, str(status))
        call["get"]["responses"] = {
            str(status): response for status, response in call["get"]["responses"].items()
        }
    return document


def _complete(response: Json, status: str) -> None:
    response["description"] = DESCRIPTIONS[status]
    if int(status) >= 400:
        response["content"] = {PROBLEM_JSON: response["content"].popitem()[1]}
    if status == "200":
        response["headers"] = {"ETag": _header("Strong; changes exactly when the bytes do.")}
    if status == "301":
        response["headers"] = {"Location": _header("Where it is now.")}


def _header(description: str) -> Json:
    return {"description": description, "schema": {"type": "string"}}
