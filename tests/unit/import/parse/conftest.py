"""Short ways to parse a body, a supplement or a whole file, and to say what was refused."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

package = importlib.import_module("import.parse")
renderer = importlib.import_module("import.render")

ARTICLE = "kind: knowledge-support\nkey: katarakt\ntitle: Katarakt"
SUPPLEMENT = 'kind: supplement\narticle: katarakt\nregion: "14"'
"""With either, the body begins on line 6."""


def _file(front_matter: str, body: str) -> Any:
    return package.parse(f"---\n{front_matter}\n---\n{body}".encode(), path="a.md")


@pytest.fixture(scope="session")
def article() -> Callable[..., Any]:
    def parse(body: str = "", front_matter: str = ARTICLE) -> Any:
        return _file(front_matter, body)

    return parse


@pytest.fixture(scope="session")
def supplement() -> Callable[..., Any]:
    def parse(body: str, front_matter: str = SUPPLEMENT) -> Any:
        return _file(front_matter, body)

    return parse


@pytest.fixture(scope="session")
def blocks(article: Callable[..., Any]) -> Callable[[str], list[Any]]:
    """The blocks of a body without headings."""
    return lambda body: [block for section in article(body).sections for block in section.blocks]


@pytest.fixture(scope="session")
def refusal() -> Callable[..., tuple[int | None, str]]:
    """Line (in the file) and message with which a parse is refused."""

    def of(parse: Callable[..., Any], *arguments: Any, **named: Any) -> tuple[int | None, str]:
        with pytest.raises(package.Refused) as caught:
            parse(*arguments, **named)
        return caught.value.line, caught.value.message

    return of


def without_lines(value: Any) -> Any:
    """Parsed values but for what says where they stood."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = [one.name for one in fields(value) if one.name not in ("line", "lines", "path")]
        return {name: without_lines(getattr(value, name)) for name in kept}
    if isinstance(value, tuple):
        return tuple(without_lines(item) for item in value)
    return value


@pytest.fixture(scope="session")
def assert_survives_rendering() -> Callable[[Any], None]:
    def check(source: Any) -> None:
        text = renderer.render(source)
        again = package.parse(text.encode(), path="b.md")
        assert without_lines(again) == without_lines(source)
        assert renderer.render(again) == text

    return check
