"""What was imported can be opened and saved in the editor, unchanged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from content_models.documents.markup import content_hash
from content_models.documents.rendering import stored
from content_models.models import ARTICLE_MODELS
from region_overlays.models import SupplementPage
from tests.factories.editor_form import edit_address, whole_form

from .content import (
    article,
    page_of,
    picture,
    placed,
    published,
    put,
    supplement,
    supplement_of,
    write,
)

KINDS = [str(model.kind) for model in ARTICLE_MODELS]
BODY = """Ingress med [^a] och `kod`, **fet**, *kursiv* och [länk](https://example.org/?a=1&b=2).

## Utredning {#utredning}

Första stycket, < 5 & så.

#### Rubrik fyra

- ett
- två
  - inre

1. ett
2. två

> Citat.

![Öga](bild.png "Bildtext")

::: facts title="Fakta"
Text.

- lista
:::

::: warning
Text.
:::

::: links
- [Ett](https://example.org)
:::

::: contact
Ring 112.
:::

::: exercise title="Öva"
Andas.
:::

::: document src=blad.pdf
:::

::: video src=https://example.org/film.mp4 captions=text.vtt transcript=ord.txt
:::

::: primary
Bara primärvård.
:::

[^a]: Socialstyrelsen. *Titel*. 2019. <https://example.org>
"""


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_superuser("chef", "chef@example.org", "x")
    client.force_login(user)
    return client


@pytest.fixture
def everything(folder: Path) -> Path:
    for name in ("blad.pdf", "text.vtt", "ord.txt"):
        put(folder / name, name)
    put(folder / "bild.png", picture())
    for kind in KINDS:
        write(folder, **{kind: article(f"en-{kind}", BODY, kind=kind)})
    return write(folder, vg=supplement(placed("Text.\n\n- ett\n- två"), to=f"en-{KINDS[0]}"))


def pages() -> list[Any]:
    return [*(page_of(f"en-{kind}") for kind in KINDS), supplement_of(key=f"en-{KINDS[0]}")]


@pytest.mark.usefixtures("everything")
def test_every_kind_opens_and_saves_unchanged(editor: Client, everything: Path) -> None:
    assert published(everything).code == 0
    for page in pages():
        before = page.latest_revision.as_object()

        saved = editor.post(edit_address(page), whole_form(editor, page))

        assert saved.status_code == 302, _errors(saved)
        page.refresh_from_db()
        assert page.latest_revision_id != before.latest_revision_id
        after = page.latest_revision.as_object()
        _assert_same(before, after)


def _errors(response: Any) -> Any:
    return response.context["form"].errors if response.context else response


def _assert_same(before: Any, after: Any) -> None:
    for name in ("body",) if isinstance(before, SupplementPage) else ("sections",):
        kept, saved = _ids(stored(getattr(before, name))), _ids(stored(getattr(after, name)))
        assert kept == saved
    documents = [page.document().model_dump() for page in (before, after)]
    assert _hashes(documents[0]) == _hashes(documents[1])
    assert documents[0].get("anchors") == documents[1].get("anchors")


def _hashes(document: dict[str, Any]) -> list[str]:
    parts = document.get("sections", [document])
    return [content_hash(block.get("html", "")) for part in parts for block in part["blocks"]]


def _ids(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["id"]] if "id" in value and "type" in value else []
        return own + [found for one in value.values() for found in _ids(one)]
    return [found for one in value for found in _ids(one)] if isinstance(value, list) else []


@pytest.mark.usefixtures("everything")
def test_what_is_imported_passes_the_editors_own_validation(everything: Path) -> None:
    published(everything)

    for page in pages():
        page.full_clean()
