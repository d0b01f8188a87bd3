"""Everything that editors see has Swedish words, and the compiled catalogues are up to date."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("content_models", "region_overlays", "editorial_workflows", "import", "search", "cms")
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
IN_TEMPLATES = re.compile(r"""\{%\s*trans(?:late)?\s+(["'])(?P<message>.+?)\1""")
IN_BLOCKS = re.compile(
    r"\{%\s*blocktrans(?:late)?\b(?P<head>[^%]*)%\}(?P<message>.*?)\{%\s*(?:plural|endblocktrans)",
    re.DOTALL,
)
VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


def messages_of(app: str) -> set[str]:
    """Every message that the app's code and templates mark for translation."""
    return set(_in_code(ROOT / app)) | set(_in_templates(ROOT / app))


def _in_code(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name_of(node.func) in CALLS:
                match node.args:
                    case [ast.Constant(value=str(message)), *_rest]:
                        yield message


def _name_of(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _in_templates(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.html"):
        for found in IN_TEMPLATES.finditer(path.read_text(encoding="utf-8")):
            yield found["message"]
        for found in IN_BLOCKS.finditer(path.read_text(encoding="utf-8")):
            message = VARIABLE.sub(r"%(\1)s", found["message"])
            is_trimmed = "trimmed" in found["head"].split()
            lines = (line.strip() for line in message.strip().splitlines())
            yield " ".join(lines) if is_trimmed else message


def catalogue_of(app: str) -> Path:
    return ROOT / app / "locale" / "sv" / "LC_MESSAGES" / "django.po"


def translated(path: Path) -> dict[str, str]:
    """Message → Swedish, of a catalogue in either form."""
    read = polib.pofile if path.suffix == ".po" else polib.mofile
    return {
        entry.msgid: entry.msgstr or (all(entry.msgstr_plural.values()) and entry.msgstr_plural[0])
        for entry in read(str(path))
        if "fuzzy" not in entry.flags and not entry.obsolete
    }


@pytest.fixture(params=APPS)
def app(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_every_message_has_swedish_words(app: str) -> None:
    catalogue = catalogue_of(app)
    swedish = translated(catalogue) if catalogue.exists() else {}

    missing = sorted(message for message in messages_of(app) if not swedish.get(message))

    assert not missing


def test_no_catalogue_holds_messages_that_are_gone(app: str) -> None:
    catalogue = catalogue_of(app)
    swedish = translated(catalogue) if catalogue.exists() else {}

    assert not set(swedish) - messages_of(app)


def test_the_compiled_catalogue_says_the_same(app: str) -> None:
    catalogue = catalogue_of(app)
    if catalogue.exists():
        assert translated(catalogue.with_suffix(".mo")) == translated(catalogue)


def test_placeholders_are_kept(app: str) -> None:
    placeholder = re.compile(r"%\(\w+\)[sd]")
    catalogue = catalogue_of(app)
    swedish = translated(catalogue) if catalogue.exists() else {}

    for message, words in swedish.items():
        assert sorted(placeholder.findall(words)) == sorted(placeholder.findall(message))
