"""How answers travel: ETag, 304, HEAD, cache headers, CORS; nothing that depends on who asks."""

from __future__ import annotations

import pytest
from django.conf import settings

from tests.factories.published import article, revise

pytestmark = pytest.mark.django_db
CALLS = ("/pages", "/pages/katarakt", "/changes", "/regions", "/programme-areas", "/diagnoses")


@pytest.fixture
def katarakt():
    return article()


@pytest.mark.parametrize("path", CALLS)
def test_every_answer_says_how_long_it_may_be_kept(katarakt, get, path):
    response = get(path)

    assert response["Cache-Control"] == (
        "public, max-age=0, s-maxage=60, stale-while-revalidate=30"
    )
    assert response["ETag"].startswith('"')
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Surrogate-Key"]


def test_no_answer_depends_on_the_reader(katarakt, client, get):
    client.cookies["sessionid"] = "abc"
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    response = get("/pages/katarakt", headers={"accept-language": "en"})

    assert response.content == get("/pages/katarakt").content
    assert not response.cookies
    assert not response.has_header("Vary")
    assert not response.has_header("Content-Language")


@pytest.mark.parametrize("held", ["{0}", "W/{0}", '"other", {0}', "*"])
def test_what_the_client_has_is_not_sent_again(katarakt, get, held):
    first = get("/pages/katarakt")

    again = get("/pages/katarakt", headers={"if-none-match": held.format(first["ETag"])})

    assert (again.status_code, again.content) == (304, b"")
    for name in ("ETag", "Cache-Control", "Surrogate-Key", "Access-Control-Allow-Origin"):
        assert again[name] == first[name]
    assert not again.has_header("Content-Type")


def test_the_etag_changes_with_the_bytes_and_only_then(katarakt, get):
    first = get("/pages/katarakt")
    article("annan", title="Annan")
    assert get("/pages/katarakt")["ETag"] == first["ETag"]

    revise(katarakt, title="Ny titel")

    changed = get("/pages/katarakt", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_head_is_get_without_the_body(katarakt, client):
    got, head = client.get("/api/v1/pages/katarakt"), client.head("/api/v1/pages/katarakt")

    assert head.content == b""
    assert dict(head.headers) == dict(got.headers)
    assert head["Content-Length"] == str(len(got.content))


def test_a_kept_answer_costs_one_query(katarakt, get, django_assert_num_queries):
    get("/pages/katarakt", region="14")
    with django_assert_num_queries(1):
        get("/pages/katarakt", region="vastra-gotaland")


def test_a_new_answer_costs_few(katarakt, get, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        get("/pages/katarakt", region="14")


def test_what_is_published_in_between_is_seen_at_once(katarakt, read):
    assert read("/pages/katarakt")["title"] == "Katarakt"

    revise(katarakt, title="Grumlad lins")

    assert read("/pages/katarakt")["title"] == "Grumlad lins"
    assert read("/pages")["items"][0]["title"] == "Grumlad lins"
