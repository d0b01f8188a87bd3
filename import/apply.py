"""Writing a plan: batch by batch, each one transaction, so only whole files are ever there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError, IntegrityError

from content_models.documents.files import FileMissing
from content_models.editions.ledger import publishing
from content_models.models import ArticleKey
from region_overlays.placing import SPACING

from . import assets
from .changing import change_page
from .conflicts import check_conflict
from .creating import create_pages
from .discovery import read_assets
from .drafts import Draft, NewDraft, Surroundings, article_draft, supplement_draft
from .models import ImportedFile
from .places import place_of
from .plan import Progress
from .planned import Planned, dropped_by, is_settled, pages_of
from .regions import check_takes_part
from .report import New, Outcome, Report
from .rules import check_anchors, check_kind
from .source import ArticleSource, Refused, SupplementsSource, line_of
from .state import Names, State, in_workflow, latest, national_content, outline_of

BATCH = 50
"""Files a transaction: enough to share its cost, few enough to wait for."""

REFUSALS = (
    *(Refused, ValidationError, IntegrityError, DataError),
    *(FileMissing, ObjectDoesNotExist),
)
"""What a single file can be refused for while it is written."""


class Writer:
    """Writes planned files; reference data it makes is named in the report."""

    def __init__(self, report: Report, *, publish: bool) -> None:
        self._report = report
        self._publish = publish
        self.written: list[Planned] = []

    def write(self, items: Sequence[Planned], progress: Progress) -> None:
        """Write every planned file; one that fails is refused alone."""
        for batch in _batches(items):
            try:
                self._write(batch)
            except REFUSALS:
                for item in batch:
                    self._write_alone(item)
            for item in batch:
                progress(item.found.shown)

    def _write_alone(self, item: Planned) -> None:
        try:
            self._write([item])
        except REFUSALS as error:
            line = (
                error.line if isinstance(error, Refused) else line_of(item.source, "key", "article")
            )
            self._report.reject(item.found.shown, line=line, message=_message(error))

    def _write(self, planned: Sequence[Planned]) -> None:
        """One transaction; the ledger's lock comes first, and drafts take it too.

        Under the lock the state is read again: other imports and editors do not wait for this one.
        """
        with publishing():
            state = State({item.subject[0] for item in planned})
            batch = [self._as_it_stands(item, state) for item in planned]
            self._write_batch([item for item in batch if item is not None], state)
        for before, item in zip(planned, batch, strict=True):
            self._report.note(item.outcome if item else Outcome.SAME, before.found.shown)
        self.written += [item for item in batch if item is not None]

    def _as_it_stands(self, item: Planned, state: State) -> Planned | None:
        """The plan for the file by now; None if another import has done it in the meantime."""
        record = state.by_subject.get(item.subject)
        if record is not None and is_settled(record, item.digest, state, publish=self._publish):
            return None
        current = replace(item, pages=pages_of(item.source, state))
        check_conflict(current, state, in_workflow(current.pages.values()))
        if isinstance(item.source, ArticleSource):
            check_kind(item.source, {item.source.kind}, state)
        else:
            article, region = item.source.article, item.source.region
            check_takes_part(item.source, state.kinds_of(article), state.regions[region])
        return current

    def _write_batch(self, batch: Sequence[Planned], state: State) -> None:
        around = Surroundings(item.subject[0] for item in batch)
        drafts = [(item, self._drafts(item, around)) for item in batch]
        every = [draft for _item, found in drafts for draft in found]
        create_pages([one for one in every if isinstance(one, NewDraft)], publish=self._publish)
        for draft in every:
            if not isinstance(draft, NewDraft):
                change_page(draft, publish=self._publish)
        self._remember([self._record(item, found, state) for item, found in drafts])

    def _drafts(self, item: Planned, around: Surroundings) -> list[Draft]:
        source = item.source
        files = read_assets(item.found, assets.local_files(source))
        if isinstance(source, ArticleSource):
            page = latest(item.pages[""]) if item.pages else None
            return [article_draft(source, files, around, page)]
        national = self._national(source)
        return [
            supplement_draft(
                source,
                supplement,
                files,
                around,
                position=place * SPACING,
                national=national,
                page=latest(item.pages[supplement.id]) if supplement.id in item.pages else None,
            )
            for place, supplement in enumerate(source.supplements, start=1)
        ]

    def _national(self, source: SupplementsSource) -> object:
        """The article's page as it stands now: articles are written before their supplements."""
        held = ArticleKey.objects.filter(key=source.article, language=source.language).first()
        if held is None:
            raise Refused(
                f"there is no article “{source.article}” in {source.language} to supplement",
                line=line_of(source, "article"),
            )
        page = national_content(held.page_id, publish=self._publish)
        check_anchors(source, outline_of(page))
        return page

    def _record(self, item: Planned, drafts: Sequence[Draft], state: State) -> ImportedFile:
        key, language, region = item.subject
        before = state.by_subject.get(item.subject)
        folder, path = place_of(before, item.found)
        return ImportedFile(
            key=key,
            language=language,
            region=region,
            folder=folder,
            path=path,
            assets=sorted(assets.local_files(item.source)),
            digest=item.digest,
            published=self._publish,
            pages={
                str(draft.page.as_part()): [draft.page.pk, draft.page.latest_revision_id]
                for draft in drafts
            },
            dropped=dropped_by(item.source, before) if before else {},
        )

    def _remember(self, records: Sequence[ImportedFile]) -> None:
        subject = ["key", "language", "region"]
        ImportedFile.objects.bulk_create(
            records,
            update_conflicts=True,
            unique_fields=subject,
            update_fields=[
                *("folder", "path", "assets", "digest", "published", "pages", "dropped"),
            ],
        )


def _batches(items: Sequence[Planned]) -> Iterator[Sequence[Planned]]:
    """Runs of files of one stage: a translation needs its source, a supplement its article."""
    start = 0
    for end in range(1, len(items) + 1):
        if end == len(items) or end - start == BATCH or _stage(items[end]) != _stage(items[start]):
            yield items[start:end]
            start = end


def _stage(item: Planned) -> tuple[bool, bool]:
    is_article = isinstance(item.source, ArticleSource)
    return is_article, is_article and item.source.language == "sv"


def _message(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(error.messages)
    return str(error).partition("\n")[0]


def name_new(items: Sequence[Planned], names: Names, report: Report) -> None:
    """Name the approving bodies and programme areas that these files make."""
    bodies = {item.source.approved.by for item in items if item.source.approved}
    areas = {
        item.source.programme_area
        for item in items
        if isinstance(item.source, ArticleSource) and item.source.programme_area
    }
    report.new += [New("approving-body", name) for name in sorted(bodies - names.bodies)]
    report.new += [New("programme-area", name) for name in sorted(areas - names.areas)]
