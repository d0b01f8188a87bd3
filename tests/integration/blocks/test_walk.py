"""Every type of block: Markdown → page → edition → API, and the file once more from what was read.

A new type of block, and a new member of one, fails here until it has a case.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from django.test import Client
from jsonschema_rs import validator_for

from cms.api.api import api
from cms.api.schemas.page import PageBlock
from content_models.blocks.sections import ContentBlocks
from content_models.documents import schema
from content_models.documents.block_rendering import RENDERERS
from content_models.editions.models import CurrentEdition
from content_models.vocabulary import CareLevel
from tests.integration.blocks.cases import CASES, FILES, HELD, Case
from tests.integration.import_content import content

pytestmark = pytest.mark.django_db
parser = importlib.import_module("import.parse")
renderer = importlib.import_module("import.render")
streams = importlib.import_module("import.streams")

MODELS = {
    get_args(model.model_fields["type"].annotation)[0]: model
    for model in get_args(get_args(schema.ContentBlock)[0])
}
LEVELS = [None, *CareLevel]


def published(folder: Path, body: str) -> Any:
    """The API's page of an article with this body, after an import of it."""
    for name, file in FILES.items():
        content.put(folder / name, file)
    result = content.published(content.write(folder, katarakt=content.article(body=body)))
    assert result.code == 0, result.raw
    return Client().get("/api/v1/pages/katarakt").json()


def body_of(case: Case, level: str | None) -> str:
    block = f":::: {level}\n{case.markdown}\n::::" if level else case.markdown
    return f"## Utredning {{#utredning}}\n\nFöre.\n\n{block}\n\nEfter.\n"


def test_every_type_has_a_case_and_goes_all_the_way() -> None:
    types = set(ContentBlocks().child_blocks)

    assert types == {case.type for case in CASES}
    assert types == set(MODELS) == set(RENDERERS) == set(streams.VALUES)
    in_answers = get_args(get_args(PageBlock)[0])
    assert {*in_answers} >= set(MODELS.values())


def test_every_member_is_given_by_some_case() -> None:
    for name, model in MODELS.items():
        given = [case.given for case in CASES if case.type == name]
        for member in set(model.model_fields) - {"type", "id", "care_levels"}:
            assert any(member in one for one in given), f"{name}.{member}"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.type}: {case.markdown[:30]}")
def test_a_block_reaches_the_api_as_what_is_declared(
    case: Case, level: str | None, tmp_path: Path
) -> None:
    page = published(tmp_path / "content", body_of(case, level))

    before, block, after = page["sections"][0]["blocks"]
    assert (before["html"], after["html"]) == ("<p>Före.</p>", "<p>Efter.</p>")
    assert agrees(block, case)
    assert block["care_levels"] == ([level] if level else [])
    assert is_declared(block)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.type}: {case.markdown[:30]}")
def test_the_file_that_is_written_back_publishes_the_same(
    case: Case, level: str | None, tmp_path: Path
) -> None:
    folder = tmp_path / "content"
    published(folder, body_of(case, level))
    before = CurrentEdition.objects.get(part="katarakt/sv").edition.sha256
    file = folder / "katarakt.md"
    source = parser.parse(file.read_bytes(), path="a.md")

    again = renderer.render(source)
    file.write_text(again, encoding="utf-8")
    assert content.published(folder).code == 0

    assert CurrentEdition.objects.get(part="katarakt/sv").edition.sha256 == before
    assert renderer.render(parser.parse(again.encode(), path="a.md")) == again


def agrees(block: dict[str, Any], case: Case) -> bool:
    facts = {name: value for name, value in block.items() if name not in ("id", "care_levels")}
    return _same({"type": case.type, **case.given}, facts)


def _same(said: Any, found: Any) -> bool:
    if said is HELD:
        return str(found).startswith("/media/published/")
    if isinstance(said, dict):
        assert set(said) == set(found)
        return all(_same(value, found[name]) for name, value in said.items())
    if isinstance(said, list):
        return len(said) == len(found) and all(map(_same, said, found))
    assert said == found
    return True


def is_declared(block: dict[str, Any]) -> bool:
    """By the OpenAPI document alone: the type says which schema, and that one takes it."""
    document = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
    items = document["components"]["schemas"]["PageSection"]["properties"]["blocks"]["items"]
    reference = items["discriminator"]["mapping"][block["type"]]
    assert {"$ref": reference} in items["oneOf"]
    validator = validator_for({"$ref": reference, "components": document["components"]})
    wrong = {**block, "oväntat": 1}
    return validator.is_valid(block) and not validator.is_valid(wrong)
