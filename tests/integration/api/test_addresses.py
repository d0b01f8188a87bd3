"""By address: slashes, å ä ö, moves."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from wagtail.models import Page

from content_models.pages.folders import FolderPage
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from tests.factories.published import article

pytestmark = pytest.mark.django_db


def move(page, folder_title):
    """Move an article to a new folder beside its own; gives the folder."""
    parent = folder_for(Kind.KNOWLEDGE_SUPPORT, "sv")
    folder = parent.add_child(instance=FolderPage(title=folder_title, slug="ögon"))
    folder.save_revision().publish()
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=folder.pk), pos="last-child")
    return folder


@pytest.mark.parametrize(
    "path",
    [
        "/kunskapsstod/katarakt/",
        "kunskapsstod/katarakt",
        "/kunskapsstod/katarakt",
        "//kunskapsstod/katarakt//",
    ],
)
def test_slashes_at_the_ends_do_not_matter(read, path):
    article()

    assert read("/pages/by-path", path=path) == read("/pages/katarakt")


def test_a_moved_address_leads_on_with_the_other_parameters(get, read, client):
    page = article()
    move(page, "Ögon")

    response = get(
        "/pages/by-path",
        path="/kunskapsstod/katarakt/",
        region="vastra-gotaland",
        fields="title,path,breadcrumbs",
        explain="true",
    )

    assert response.status_code == 301
    location = urlsplit(response["Location"])
    assert location.path == "/api/v1/pages/by-path"
    assert parse_qs(location.query) == {
        "path": ["/kunskapsstod/ögon/katarakt/"],
        "region": ["14"],
        "fields": ["title,path,breadcrumbs"],
        "explain": ["true"],
    }
    page = client.get(response["Location"]).json()
    assert page.pop("explain")["language"]["served"] == "sv"
    assert page == {
        "title": "Katarakt",
        "path": "/kunskapsstod/ögon/katarakt/",
        "breadcrumbs": [
            {"title": "Kunskapsstöd", "path": "/kunskapsstod/"},
            {"title": "Ögon", "path": "/kunskapsstod/ögon/"},
        ],
    }


def test_letters_are_the_same_composed_or_not_encoded_or_not(read, client):
    move(article(), "Ögon")

    decomposed = read("/pages/by-path", path="/kunskapsstod/o\u0308gon/katarakt/")
    raw = "path=/kunskapsstod/ögon/katarakt/".encode().decode("latin-1")
    unencoded = client.get("/api/v1/pages/by-path", QUERY_STRING=raw)

    assert decomposed["title"] == unencoded.json()["title"] == "Katarakt"


def test_a_moved_and_withdrawn_article_is_gone(get, client):
    page = article()
    move(page, "Ögon")
    Page.objects.get(pk=page.pk).specific.unpublish()

    first = get("/pages/by-path", path="/kunskapsstod/katarakt/")

    assert first.status_code == 301
    assert client.get(first["Location"]).status_code == 410


def test_a_folder_renamed_in_a_draft_keeps_its_published_title(read):
    article()
    folder = folder_for(Kind.KNOWLEDGE_SUPPORT, "sv")
    folder.title = "Hemligt utkast"
    folder.save_revision()

    assert read("/pages/katarakt")["breadcrumbs"][0]["title"] == "Kunskapsstöd"

    folder.get_latest_revision().publish()
    assert read("/pages/katarakt")["breadcrumbs"][0]["title"] == "Hemligt utkast"
