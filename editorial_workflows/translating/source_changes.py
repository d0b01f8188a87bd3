"""What the source said when a translation was made, and what it says now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail_localize.models import Translation, TranslationLog

from content_models.editions.models import CurrentEdition, Edition
from content_models.languages import language_of
from editorial_workflows.translating.standing import Published, Standing, before_readers
from editorial_workflows.translating.writing import source_page_of, translation_of


@dataclass(frozen=True, slots=True)
class Lag:
    """How a translation stands to its source."""

    draft_is_behind: bool
    """The source's texts have changed since the draft was written."""
    standing: Standing | None
    """Of what readers have; None if they have nothing."""
    before: Edition | None
    """The source's edition that the translation is of, where it is another than the live one."""
    now: Edition | None
    """The source's live edition."""

    @property
    def is_out_of_date(self) -> bool:
        return self.standing is Standing.OUT_OF_DATE

    @property
    def is_held_back(self) -> bool:
        return self.standing is Standing.HELD_BACK

    @property
    def has_changes_to_show(self) -> bool:
        return self.before is not None and self.now is not None


def published_as(row: CurrentEdition | None) -> Published | None:
    if row is None:
        return None
    return Published(
        row.edition_id, not row.tombstone, row.substantive_sequence, row.safety_sequence
    )


def lag_of(page: Any) -> Lag:
    """Of a translation, kept in step by wagtail-localize or a text of its own."""
    source_page = source_page_of(page)
    if source_page is None:
        return Lag(draft_is_behind=False, standing=None, before=None, now=None)
    source, own = _current(source_page.pk), _current(page.pk)
    now = source.edition if source and not source.tombstone else None
    standing = before_readers(language_of(page.locale_id), published_as(own), published_as(source))
    translation = translation_of(page)
    behind = translation is not None and _is_behind(translation, source_page, now)
    moments = []
    if own and standing in {Standing.OUT_OF_DATE, Standing.HELD_BACK}:
        moments.append(own.edition.valid_from)
    if translation is not None and behind:
        moments.append(min(_drafted(translation), translation.source.last_updated_at))
    before = _as_of(source_page.pk, min(moments)) if moments else None
    is_other = before is not None and now is not None and before.sha256 != now.sha256
    return Lag(behind, standing, before if is_other else None, now)


def _current(page_id: int) -> CurrentEdition | None:
    found = CurrentEdition.objects.filter(page_id=page_id).select_related("edition")
    return found.order_by("-edition_id").first()


def _is_behind(translation: Translation, source_page: Any, now: Edition | None) -> bool:
    """Whether the texts are older than the source, or the draft older than the texts."""
    read = translation.source.last_updated_at
    if _drafted(translation) < read:
        return True
    if now is None:
        changed: datetime | None = source_page.latest_revision_created_at
        return not source_page.live and changed is not None and changed > read
    then = _as_of(source_page.pk, read)
    return then.sha256 != now.sha256 if then else now.valid_from > read


def _drafted(translation: Translation) -> datetime:
    """When the latest draft was written from the texts; when it was begun, if never."""
    logs = TranslationLog.objects.filter(
        source=translation.source_id, locale=translation.target_locale_id
    )
    latest: datetime | None = (
        logs.order_by("-created_at").values_list("created_at", flat=True).first()
    )
    return latest or translation.created_at


def _as_of(page_id: int, moment: datetime) -> Edition | None:
    """What the page showed at a time: its latest edition by then that is no tombstone."""
    shown = Edition.objects.filter(page_id=page_id, valid_from__lte=moment, tombstone=False)
    return shown.order_by("-sequence").first()
