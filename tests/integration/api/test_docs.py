"""The OpenAPI document and the docs page, which need no network."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.django_db


def test_the_docs_fetch_nothing_from_other_hosts(client):
    html = client.get("/api/v1/docs").content.decode()

    sources = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert sources
    assert all(source.startswith("/static/ninja/") for source in sources)
    assert "/api/v1/openapi.json" in html


def test_the_root_of_the_api_leads_to_its_docs(client):
    assert client.get("/api/v1/", follow=True).redirect_chain == [("docs", 302)] or (
        client.get("/api/v1/")["Location"] == "docs"
    )


def test_the_document_enumerates_what_is_allowed(read):
    document = read("/openapi.json")
    call = document["paths"]["/api/v1/pages/{key}"]["get"]
    by_name = {item["name"]: item["schema"] for item in call["parameters"]}

    assert document["openapi"] == "3.1.0"
    assert {"14", "vastra-gotaland"} < set(by_name["region"]["enum"])
    assert len(by_name["region"]["enum"]) == 42
    assert by_name["language"]["enum"] == ["sv", "en", "fi", "se", "sv-x-lattlast"]
    assert "receipt" in by_name["fields"]["items"]["enum"]
    assert set(call["responses"]) == {"200", "304", "400", "404", "410", "500", "503"}


def test_blocks_are_a_discriminated_union(read):
    schemas = read("/openapi.json")["components"]["schemas"]
    blocks = schemas["PageSection"]["properties"]["blocks"]["items"]

    mapping = blocks["discriminator"]["mapping"]
    assert blocks["discriminator"]["propertyName"] == "type"
    assert mapping["supplement"] == "#/components/schemas/SupplementBlock"
    assert {"text", "list", "table", "image", "warning"} < set(mapping)
    assert len(blocks["oneOf"]) == len(mapping)


def test_every_call_is_a_get_with_its_own_name(read):
    paths = read("/openapi.json")["paths"]

    assert all(set(call) == {"get"} for call in paths.values())
    names = [call["get"]["operationId"] for call in paths.values()]
    assert len(set(names)) == len(names)
