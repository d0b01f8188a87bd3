"""No draft string in any answer: one is planted in every draft field of every page type."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from content_models.models import FolderPage, NationalRootPage
from content_models.vocabulary import Kind, Language
from region_overlays.models import RegionPage, RegionsRootPage
from tests.factories.published import article, draft_article, draft_supplement, supplement, text

pytestmark = pytest.mark.django_db

PLANTED = "utkast"
KEPT = {"path", "url_path", "region_language", "translation_key"}
"""What the tree and the locale need to be true; no editor writes them."""


def plant(page: Page) -> list[str]:
    """Put the word in everything of a page that can hold words; gives the fields' names."""
    planted = []
    for field in page._meta.get_fields():
        if field.name in KEPT or not isinstance(field, models.Field):
            continue
        value = _planted(field, f"{PLANTED}-{page.pk}-{field.name.replace('_', '-')}")
        if value is not None:
            setattr(page, field.name, value)
            planted.append(field.name)
    return planted


def _planted(field: models.Field, word: str) -> Any:
    if isinstance(field, StreamField):
        return field.to_python(_blocks(field, word))
    if isinstance(field, models.JSONField):
        return [word]
    if isinstance(field, models.CharField | models.TextField) and not field.choices:
        return word[: field.max_length]
    return None


def _blocks(field: StreamField, word: str) -> list[dict[str, Any]]:
    """One of each block that the field takes, with the word in all its texts."""
    return [
        {"type": name, "id": str(uuid.uuid4()), "value": _value(block, word)}
        for name, block in field.stream_block.child_blocks.items()
        if name not in {"image", "table", "document", "video"}
    ]


def _value(block: Any, word: str) -> Any:
    value = {}
    for name, child in block.child_blocks.items():
        if name == "care_levels":
            value[name] = []
        elif name == "level":
            value[name] = "2"
        elif hasattr(child, "child_blocks"):
            value[name] = _blocks_of(child, word)
        else:
            value[name] = word
    return value


def _blocks_of(stream: Any, word: str) -> list[dict[str, Any]]:
    text = {"html": f"<p>{word}</p>", "care_levels": []}
    return [{"type": "text", "id": str(uuid.uuid4()), "value": text}]


def drafts() -> Iterator[Page]:
    """A page of every type with a published state, or the one that migrate made."""
    national = article(counterpart_key="syn")
    yield national
    yield article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr")
    yield article("syn", kind=Kind.YOUTH_PAGE, title="Syn")
    yield article("ny", kind=Kind.NEWS, title="Ny")
    yield article("start", kind=Kind.START_PAGE, title="Start")
    yield supplement(national)
    for model in (FolderPage, NationalRootPage, RegionPage, RegionsRootPage):
        yield model.objects.first()


def everything(get: Any) -> Iterator[tuple[str, bytes]]:
    """Every answer that the API has, with every parameter that brings in more."""
    for path in ("/pages", "/changes", "/regions", "/programme-areas", "/diagnoses"):
        yield path, get(path).content
    for language in Language:
        yield f"list {language}", get("/pages", language=language.value, region="14").content
        yield f"start {language}", get("/start", language=language.value, region="14").content
        for key in ("katarakt", "gra-starr", "syn", "ny", "start"):
            yield key, get(f"/pages/{key}", language=language.value, region="14").content
    for path in ("/kunskapsstod/katarakt/", "/rad-om-vard/gra-starr/", "/barn-och-unga/syn/"):
        yield path, get("/pages/by-path", path=path).content
    for change in get("/changes").json()["items"]:
        yield str(change["sequence"]), get(f"/editions/{change['sequence']}").content


def test_no_draft_string_is_ever_answered(get, client):
    published = list(drafts())
    assert {type(page) for page in published} == set(get_page_models()) - {Page}

    for page in published:
        draft = page.get_latest_revision_as_object()
        assert "title" in plant(draft)
        draft.save_revision(clean=False)
    unpublished = draft_article(f"{PLANTED}-hemlig", title=f"{PLANTED} hemlig")
    draft_supplement(article("annan"), blocks=[text(f"{PLANTED} hemlig")])

    answers = [*everything(get), ("home", client.get("/").content)]

    assert len(answers) > 30
    leaks = [name for name, body in answers if PLANTED in body.decode().lower()]
    assert leaks == []
    assert get(f"/pages/{unpublished.key}").status_code == 404


def test_a_planted_word_is_found_once_it_is_published(get):
    """The test above looks in the right place: what it plants does come out when approved."""
    article(title=f"{PLANTED} titel", summary=f"{PLANTED} text")

    assert any(PLANTED in body.decode() for _name, body in everything(get))
