"""An article with supplements of three regions, and what is done to the text beneath them."""

from __future__ import annotations

from typing import Any

from content_models.documents.block_rendering import clean_block, hash_of
from content_models.documents.rendering import stored
from region_overlays.models import SupplementPage, SupplementStanding
from tests.factories.published import Raw, article, revise, section, supplement, text

ONE = "11111111-1111-4111-8111-111111111111"
TWO = "22222222-2222-4222-8222-222222222222"
MEASURE = "Mät synskärpan."
CONTENT = [
    section("utredning", text(MEASURE, id=ONE)),
    section("behandling", text("Operera.", id=TWO)),
]


def with_first(words: str) -> list[Raw]:
    """The content with other words in its first block."""
    return [section("utredning", text(words, id=ONE)), CONTENT[1]]


REWORDED = with_first("Mät trycket.")
"""What two regions have supplements on says something else."""


def supplemented(page: Any = None, **fields: Any) -> Any:
    """Two supplements of region 14 and one of 12 at *utredning*, one of 01 at *behandling*."""
    page = page or article(sections=CONTENT, **fields)
    supplement(page, "14", id="ett", at="utredning", after=1)
    supplement(page, "14", id="sist", at="utredning")
    supplement(page, "12", id="ett", at="utredning", after=1)
    supplement(page, "01", id="vard", at="behandling", after=1)
    return page


def supplement_page(part: str) -> SupplementPage:
    standing = SupplementStanding.objects.get(part=part)
    page: SupplementPage = SupplementPage.objects.get(pk=standing.page_id)
    return page


def settled(part: str, national: Any) -> None:
    """Publish a supplement after the first block anew, anchored in what that says now."""
    block = stored(national.get_latest_revision_as_object().sections)[0]["value"]["blocks"][0]
    revise(supplement_page(part), anchor_hash=hash_of(clean_block(block)))
