"""Who wrote or changed a page's content since its last edition: they do not approve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision
from wagtail_localize.models import SegmentOverride, StringTranslation

from content_models.editions.models import Edition

BEGINNING = datetime.min.replace(tzinfo=UTC)


class Contribution(models.Model):
    """Someone's words that came to a page by other ways than its own revisions.

    A translation starts as a copy of its source, without the source's history.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("contribution")
        constraints = [models.UniqueConstraint(fields=["page", "person"], name="contribution_once")]

    def __str__(self) -> str:
        return f"{self.person} → {self.page}"


def authors_of(page: Any) -> set[int]:
    """The ids of those who wrote or changed what the page says, since what it showed last.

    Revisions, translated words, and the files that it shows; reviewing is not writing.
    """
    shown = Edition.objects.filter(page_id=page.pk, tombstone=False).order_by("-sequence").first()
    revision = shown.revision_id or 0 if shown else 0
    since = _made(revision) or (shown.valid_from if shown else _begun(page))
    people: set[int | None] = set(
        page.revisions.filter(pk__gt=revision).values_list("user_id", flat=True)
    )
    carried = Contribution.objects.filter(page_id=page.pk, at__gt=since)
    people.update(carried.values_list("person_id", flat=True))
    people.update(_translators(page, since))
    people.update(_editors_of_files(page.get_latest_revision_as_object(), since))
    return {person for person in people if person is not None}


def carry(source: Any, target: Any) -> None:
    """What the source's authors wrote stands in its copy: they are authors there as well."""
    contribute(target.pk, authors_of(source))


def contribute(page_id: int, people: Iterable[int]) -> None:
    """Note that these people's words have come to the page now, for the first time or again."""
    Contribution.objects.bulk_create(
        [Contribution(page_id=page_id, person_id=person) for person in people],
        update_conflicts=True,
        unique_fields=["page", "person"],
        update_fields=["at"],
    )


def _begun(page: Any) -> datetime:
    """When the page was made: its pictures may be older, and are not its words.

    From the log, since the time of its first version moves when autosave writes over it.
    """
    entries = PageLogEntry.objects.filter(page=page.pk).order_by("timestamp")
    first: datetime | None = entries.values_list("timestamp", flat=True).first()
    return first or BEGINNING


def _made(revision: int) -> datetime | None:
    found: datetime | None = (
        Revision.objects.filter(pk=revision).values_list("created_at", flat=True).first()
    )
    return found


def _translators(page: Any, since: datetime) -> Iterator[int | None]:
    for model in (StringTranslation, SegmentOverride):
        yield from model.objects.filter(
            context__object_id=page.translation_key, locale_id=page.locale_id, updated_at__gt=since
        ).values_list("last_translated_by_id", flat=True)


def _editors_of_files(page: Any, since: datetime) -> Iterator[int | None]:
    """Replacing a picture or a document changes every page that shows it."""
    shown = Q(pk__in=[])
    for field in page._meta.get_fields():
        if not isinstance(field, StreamField):
            continue
        for model, object_id, *_path in field.extract_references(getattr(page, field.name)):
            if not issubclass(model, Page):
                content_type = ContentType.objects.get_for_model(model)
                shown |= Q(content_type=content_type, object_id=str(object_id))
    changes = ModelLogEntry.objects.filter(shown, timestamp__gt=since)
    yield from changes.values_list("user_id", flat=True)
