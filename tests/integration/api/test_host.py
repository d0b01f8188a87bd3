"""What stands at the host's root: health, and where to go."""

from __future__ import annotations

import re

import pytest
from django.db import OperationalError

from cms import health
from content_models.editions import append_only
from search.indexing import catch_up
from tests.factories.published import article


def test_alive_without_a_database(client):
    """No database mark: a query would be an error."""
    response = client.get("/healthz")

    assert response.json() == {"status": "alive"}
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_ready_part_by_part(client, settings, tmp_path):
    settings.SEARCH_INDEX_PATH = tmp_path / "search"
    catch_up()

    response = client.get("/readyz")

    body = response.json()
    assert response.status_code == 200
    assert body["status"] == "ready"
    assert set(body["parts"]) == {"database", "migrations", "ledger", "search"}
    assert {part["status"] for part in body["parts"].values()} == {"ready"}


@pytest.mark.django_db
def test_without_an_index_it_is_not_ready(client, settings, tmp_path):
    settings.SEARCH_INDEX_PATH = tmp_path / "search"

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["parts"]["search"]["status"] == "not-ready"


@pytest.mark.django_db
def test_not_ready_names_the_part_and_no_secrets(client, monkeypatch):
    def away():
        raise OperationalError("password=secret")

    def behind():
        raise health.NotReady("12 editions behind")

    monkeypatch.setitem(health.CHECKS, "database", away)
    monkeypatch.setitem(health.CHECKS, "search", behind)

    response = client.get("/readyz")

    parts = response.json()["parts"]
    assert response.status_code == 503
    assert parts["database"] == {"status": "not-ready", "detail": "OperationalError"}
    assert parts["search"] == {"status": "not-ready", "detail": "12 editions behind"}
    assert parts["ledger"]["status"] == "ready"


@pytest.mark.django_db
def test_a_ledger_that_can_be_rewritten_is_not_ready(client):
    append_only.lift()
    try:
        assert client.get("/readyz").json()["parts"]["ledger"]["status"] == "not-ready"
    finally:
        append_only.install()


@pytest.mark.django_db
def test_the_root_shows_where_to_go(client):
    bare = client.get("/").content.decode()
    article()
    html = client.get("/").content.decode()

    links = set(re.findall(r'href="([^"]+)"', html))
    assert '<html lang="sv">' in html
    assert "<script" not in html
    assert {"/api/v1/docs", "/admin/", "/api/v1/pages/katarakt?region=14"} <= links
    assert "katarakt" not in bare
    for link in links - {"/admin/"}:
        assert client.get(link).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("is_demonstration", [True, False])
def test_only_the_demonstration_says_that_it_is_one(client, settings, is_demonstration):
    settings.DEMONSTRATION = is_demonstration

    html = client.get("/").content.decode()

    assert ("inte medicinska råd" in html) is is_demonstration
