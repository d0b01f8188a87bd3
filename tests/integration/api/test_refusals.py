"""What is refused, and how: RFC 9457, the parameter named, what is allowed listed."""

from __future__ import annotations

import logging

import pytest
from django.db import OperationalError

from cms.api import answering
from tests.factories.published import article

pytestmark = pytest.mark.django_db


def problem(response, status):
    """The problem that a response is, checked to be one."""
    body = response.json()
    assert response.status_code == body["status"] == status
    assert response["Content-Type"] == "application/problem+json"
    assert set(body) == {"type", "title", "status", "detail", "errors"}
    return body


@pytest.fixture(autouse=True)
def _katarakt():
    article()


@pytest.mark.parametrize(
    ("path", "query", "parameter", "allowed"),
    [
        ("/pages/katarakt", {"regio": "14"}, "regio", "region"),
        ("/pages/katarakt", {"explain": "yes"}, "explain", "true, false, 1, 0"),
        ("/pages/katarakt", {"explained": "true"}, "explained", "explain"),
        ("/pages/katarakt", {"region": "99"}, "region", "vastra-gotaland"),
        ("/pages/katarakt", {"region": "02"}, "region", "'01'"),
        ("/pages/katarakt", {"region": ""}, "region", "'01'"),
        ("/pages/katarakt", {"language": "sv-SE"}, "language", "sv-x-lattlast"),
        ("/pages/katarakt", {"care_level": "tertiary"}, "care_level", "specialised"),
        ("/pages/katarakt", {"fields": "title,draft"}, "fields", "receipt"),
        ("/pages/katarakt", {"as_of": "yesterday"}, "as_of", "ISO 8601"),
        ("/pages/by-path", {}, "path", "required"),
        ("/pages", {"order": "-title"}, "order", "-approved"),
        ("/pages", {"kind": "notice"}, "kind", "youth-page"),
        ("/start", {"audience": "all"}, "audience", "citizen"),
        ("/start", {"region": "99"}, "region", "vastra-gotaland"),
        ("/pages", {"audience": "all"}, "audience", "citizen"),
        ("/pages", {"limit": "0"}, "limit", "greater than or equal to 1"),
        ("/pages", {"limit": "101"}, "limit", "less than or equal to 100"),
        ("/pages", {"limit": "1e1"}, "limit", "whole number"),
        ("/pages", {"age": "-1"}, "age", "greater than or equal to 0"),
        ("/pages", {"total": "yes"}, "total", "true, false"),
        ("/pages", {"diagnosis": "ögon"}, "diagnosis", "pattern"),
        ("/pages", {"cursor": "å?"}, "cursor", "pattern"),
        ("/changes", {"since": "-1"}, "since", "greater than or equal to 0"),
        ("/changes", {"since": "9" * 30}, "since", "whole number"),
        ("/changes", {"limit": "1001"}, "limit", "1000"),
        ("/regions", {"q": "x"}, "q", "none"),
        ("/editions/0", {}, "sequence", "greater than or equal to 1"),
        ("/pages/Katarakt", {}, "key", "pattern"),
        ("/diagnoses/ögon", {}, "code", "pattern"),
        ("/pages/katarakt", {"region": "1\0"}, "region", "NUL"),
        ("/pages/by-path", {"path": "/" + "a" * 1500}, "path", "1000"),
        ("/diagnoses", {"q": "a" * 9000}, "query", "8000"),
    ],
)
def test_400_names_the_parameter_and_what_is_allowed(get, path, query, parameter, allowed):
    response = get(path, **query)

    body = problem(response, 400)
    assert body["errors"][0]["parameter"] == parameter
    assert allowed in body["errors"][0]["message"]
    assert response["Cache-Control"] == "no-store"


def test_a_parameter_stands_once(client):
    response = client.get("/api/v1/pages/katarakt?region=14&region=12")

    assert problem(response, 400)["errors"][0]["parameter"] == "region"


@pytest.mark.parametrize("query", ["region=%FF", "path=%C3", "region=\udcff"])
def test_what_is_not_utf8_is_malformed(client, query):
    response = client.get(
        "/api/v1/pages/by-path",
        QUERY_STRING=query.encode("utf-8", "surrogateescape").decode("latin-1"),
    )

    problem(response, 400)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/pages/finns-inte", {}),
        ("/pages/by-path", {"path": "/finns/inte/"}),
        ("/pages/by-path", {"path": "/kunskapsstod/"}),
        ("/pages", {"diagnosis": "A00"}),
        ("/pages", {"programme_area": "Okänt område"}),
        ("/pages", {"cursor": "AAAA"}),
        ("/diagnoses", {"cursor": "WyJ4Il0"}),
        ("/diagnoses/A00", {}),
        ("/editions/4711", {}),
        ("/no-such-call", {}),
        ("/pages/katarakt/", {}),
        ("", {}),
    ],
)
def test_404_for_what_names_nothing(get, path, query):
    response = get(path, **query)

    problem(response, 404)
    assert "s-maxage=10" in response["Cache-Control"]
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/pages", "/pages/katarakt", "/openapi.json", "/regions"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_405_says_what_is_allowed(client, path, method):
    response = getattr(client, method)(f"/api/v1{path}")

    problem(response, 405)
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD"}


def test_503_when_the_database_is_away_even_for_what_is_kept(get, monkeypatch):
    assert get("/pages/katarakt").status_code == 200

    def away():
        raise OperationalError("could not connect to db.internal")

    monkeypatch.setattr(answering, "position", away)

    response = get("/pages/katarakt")
    body = problem(response, 503)
    assert "db.internal" not in str(body)
    assert response["Retry-After"]
    assert problem(get("/openapi.json"), 503)


def test_500_tells_nothing_and_is_logged(get, monkeypatch, caplog):
    def broken():
        raise RuntimeError("secret")

    monkeypatch.setattr(answering, "position", broken)

    with caplog.at_level(logging.ERROR):
        body = problem(get("/pages/katarakt"), 500)

    assert "secret" not in str(body)
    assert "secret" in caplog.text


@pytest.mark.parametrize("address", ["", "docs", "openapi.json"])
def test_the_documents_pages_are_read_only(client, address):
    for method in ("post", "put", "delete"):
        answer = getattr(client, method)(f"/api/v1/{address}")
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
