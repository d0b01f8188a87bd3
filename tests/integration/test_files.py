"""Uploads are for editors; readers get the copies that editions name."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model

from content_models.documents.files import published_path


@pytest.fixture
def document(db: None) -> object:
    return get_document_model().objects.create(
        title="Utkast", file=ContentFile(b"hemligt", name="utkast.txt")
    )


def addresses(document: object) -> list[str]:
    return [f"/documents/{document.pk}/{document.filename}", f"/media/{document.file.name}"]  # type: ignore[attr-defined]


def test_a_stranger_sees_no_upload(client: Client, document: object) -> None:
    for address in addresses(document):
        assert client.get(address).status_code == 404


def test_an_editor_sees_it(client: Client, document: object) -> None:
    client.force_login(get_user_model().objects.create_superuser("chef"))

    for address in addresses(document):
        assert b"".join(client.get(address).streaming_content) == b"hemligt"  # type: ignore[attr-defined]


def test_a_published_copy_is_public_inert_and_lasting(client: Client, document: object) -> None:
    response = client.get(published_path(document))  # type: ignore[arg-type]

    assert b"".join(response.streaming_content) == b"hemligt"  # type: ignore[attr-defined]
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize("path", ["/media/published/../tillagg.sqlite3", "/media/%2e%2e/x"])
def test_no_way_out_of_the_folder(client: Client, path: str, db: None) -> None:
    assert client.get(path).status_code == 404
