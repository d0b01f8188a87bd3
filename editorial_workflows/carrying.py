"""Words that come to a page by copying and translating: whoever wrote them wrote there as well."""

from __future__ import annotations

import functools
from typing import Any

from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page, Revision
from wagtail_localize.models import SegmentOverride, StringTranslation, TranslationSource

from content_models.editions.editioned import EditionedPage
from content_models.editions.models import Edition
from editorial_workflows.authors import carry, contribute


def copies_keep_their_authors() -> None:
    """Wrap the one method that copies a page, alone or with those beneath; again changes nothing.

    A copy without the original's revisions would not tell who wrote what it says, nor would one
    with them tell who had translated it.
    """
    method = CopyPageAction._copy_page
    if hasattr(method, "__wrapped__"):
        return

    @functools.wraps(method)
    def with_authors(action: Any, page: Any, *args: Any, **kwargs: Any) -> Any:
        if action.reset_translation_key and isinstance(page.specific, EditionedPage):
            # A translation has no use for them: its own history starts with it.
            action.copy_revisions = True
        copy = method(action, page, *args, **kwargs)
        if isinstance(copy, EditionedPage):
            carry(page.specific, copy)
        return copy

    CopyPageAction._copy_page = with_authors


def updates_keep_their_authors() -> None:
    """Wrap wagtail-localize's method in the same way: an update brings the source's new words."""
    method = TranslationSource.create_or_update_translation
    if getattr(method, "keeps_authors", False):
        return

    @functools.wraps(method)
    def with_authors(source: TranslationSource, *args: Any, **kwargs: Any) -> Any:
        page, created = method(source, *args, **kwargs)
        if isinstance(page, EditionedPage):
            carry(source.get_source_instance(), page)
        return page, created

    with_authors.keeps_authors = True  # type: ignore[attr-defined]
    TranslationSource.create_or_update_translation = with_authors


def reverts_keep_their_authors() -> None:
    """Wrap saving in the same way: what a revert brings back is theirs who had written it."""
    method = Page.save_revision
    if getattr(method, "keeps_authors", False):
        return

    @functools.wraps(method)
    def with_authors(
        page: Any, *args: Any, previous_revision: Revision | None = None, **kwargs: Any
    ) -> Any:
        revision = method(page, *args, previous_revision=previous_revision, **kwargs)
        if previous_revision is not None and isinstance(page, EditionedPage):
            contribute(page.pk, _writers_of(page, previous_revision))
        return revision

    with_authors.keeps_authors = True  # type: ignore[attr-defined]
    Page.save_revision = with_authors


def _writers_of(page: Any, revision: Revision) -> set[int]:
    """Who had a hand in what the revision says, since the edition before it."""
    before = Edition.objects.filter(
        page_id=page.pk, tombstone=False, revision_id__lt=revision.pk
    ).order_by("-revision_id")
    start = before.values_list("revision_id", flat=True).first() or 0
    users = page.revisions.filter(pk__gt=start, pk__lte=revision.pk, user__isnull=False)
    return set(users.values_list("user_id", flat=True))


def note_translator(instance: StringTranslation | SegmentOverride, **_kwargs: Any) -> None:
    """A post_save receiver: the row itself names only the last of its translators."""
    page = Page.objects.filter(
        translation_key=instance.context.object_id, locale_id=instance.locale_id
    ).first()
    if page is not None and instance.last_translated_by_id is not None:
        contribute(page.pk, {instance.last_translated_by_id})
