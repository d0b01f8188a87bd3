"""The OpenAPI document as committed: a change of it is a change of the contract.

    UPDATE_SNAPSHOTS=1 python -m pytest tests/contract/test_openapi.py

writes it again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema_rs import meta

from cms.api.api import api

SNAPSHOT = Path(__file__).with_name("openapi.json")


@pytest.fixture(scope="module")
def document() -> dict:
    return json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))


def test_the_document_is_the_one_that_was_agreed(document):
    if os.environ.get("UPDATE_SNAPSHOTS"):
        text = json.dumps(document, ensure_ascii=False, indent=1)
        SNAPSHOT.write_text(text + "\n")

    assert document == json.loads(SNAPSHOT.read_text()), (
        "the API's description has changed: if that is meant, UPDATE_SNAPSHOTS=1 and CHANGELOG"
    )


def test_every_schema_in_it_is_json_schema(document):
    for schema in document["components"]["schemas"].values():
        meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def test_every_reference_leads_somewhere(document):
    schemas = document["components"]["schemas"]
    named = json.dumps(document).split('"#/components/schemas/')[1:]

    assert {reference.split('"')[0] for reference in named} <= set(schemas)
