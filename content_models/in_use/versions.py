"""The versions of pages whose references count, found without reading every one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, Revision, TaskState
from wagtail_localize.models import TranslationSource

from content_models.models import CurrentEdition, Edition

MOST_IN_SEARCH = 30
"""More primary keys than this are not looked for in the database: every version is read."""


class How(IntEnum):
    """How a page uses something; of several the first counts."""

    PUBLISHED = 0
    DRAFT = 1
    BEFORE = 2
    """Only in earlier versions."""
    APPROVED = 3
    """It has approved the page, and stands so in the ledger."""


@dataclass(frozen=True, slots=True)
class Version:
    """A stored version of a page."""

    page_id: int
    model: Any
    content: dict[str, Any]
    how: How


def versions(pks: Collection[str], *, with_history: bool) -> Iterator[Version]:
    """Those that may name one of the primary keys: more are given, none is left out.

    Readers have it, had it, or may come to: published now or once, the latest draft, scheduled,
    under review. With `with_history` every other as well.
    """
    revisions = Revision.objects.filter(base_content_type=ContentType.objects.get_for_model(Page))
    published = set(revisions.filter(_published()).values_list("pk", flat=True))
    drafts = set(revisions.filter(_to_come()).values_list("pk", flat=True))
    if not with_history:
        revisions = revisions.filter(_published() | _published_once() | _to_come())
    named = revisions.alias(text=Cast("content", TextField())).filter(_naming("text", pks))
    for revision in named.iterator(chunk_size=100):
        is_draft = How.DRAFT if revision.pk in drafts else How.BEFORE
        yield Version(
            int(revision.object_id),
            ContentType.objects.get_for_id(revision.content_type_id).model_class(),
            revision.content,
            How.PUBLISHED if revision.pk in published else is_draft,
        )


def _published() -> Q:
    editions = CurrentEdition.objects.filter(tombstone=False, edition__revision_id__isnull=False)
    live = Page.objects.filter(live=True, live_revision__isnull=False)
    return Q(pk__in=live.values("live_revision")) | Q(
        pk__in=editions.values("edition__revision_id")
    )


def _published_once() -> Q:
    editions = Edition.objects.filter(revision_id__isnull=False)
    return Q(pk__in=editions.values("revision_id"))


def _to_come() -> Q:
    latest = Page.objects.filter(latest_revision__isnull=False)
    in_review = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, revision__isnull=False
    )
    return (
        Q(pk__in=latest.values("latest_revision"))
        | Q(pk__in=in_review.values("revision"))
        | Q(approved_go_live_at__isnull=False)
    )


def _naming(column: str, pks: Collection[str]) -> Q:
    """As a number at the end of a JSON member, or quoted within rich text, which is JSON's text."""
    if len(pks) > MOST_IN_SEARCH:
        return Q()
    found = Q(pk__in=[])
    for pk in pks:
        for form in (f": {pk},", f": {pk}}}", f'"{pk}\\'):
            found |= Q(**{f"{column}__contains": form})
    return found


def translated_sources(pks: Collection[str]) -> QuerySet[TranslationSource]:
    """What translations are made from: a copy of the source as it was."""
    sources: QuerySet[TranslationSource] = TranslationSource.objects.filter(
        _naming("content_json", pks)
    )
    return sources
