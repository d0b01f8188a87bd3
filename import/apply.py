"""Writing a plan: batch by batch, each one transaction, so only whole files are ever there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from content_models.documents.files import FileMissing
from content_models.editions.ledger import publishing
from content_models.models import ArticleKey

from . import assets
from .changing import change_page, withdraw
from .creating import create_pages
from .discovery import read_assets
from .drafts import Draft, NewDraft, Surroundings, article_draft, supplement_draft
from .models import ImportedFile
from .plan import Plan, Progress
from .planned import Planned
from .report import New, Outcome, Report
from .rules import line_of
from .source import ArticleSource, Refused, SupplementsSource
from .state import State, latest

BATCH = 50
"""Files a transaction: enough to share its cost, few enough to wait for."""

REFUSALS = (Refused, ValidationError, IntegrityError, FileMissing)
"""What a single file can be refused for while it is written."""


class Writer:
    """Writes planned files; reference data it makes is named in the report."""

    def __init__(self, state: State, report: Report, *, publish: bool) -> None:
        self._state = state
        self._report = report
        self._publish = publish

    def write(self, plan: Plan, progress: Progress) -> None:
        """Write every planned file; one that fails is refused alone."""
        for batch in _batches(plan.items):
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

    def _write(self, batch: Sequence[Planned]) -> None:
        """One transaction; the ledger's lock comes first if anything is to be published."""
        with publishing() if self._publish else transaction.atomic():
            around = Surroundings(item.subject[0] for item in batch)
            drafts = [(item, self._drafts(item, around)) for item in batch]
            every = [draft for _item, found in drafts for draft in found]
            new = [draft for draft in every if isinstance(draft, NewDraft)]
            create_pages(new, publish=self._publish)
            for draft in every:
                if not isinstance(draft, NewDraft):
                    change_page(draft, publish=self._publish)
            self._remember([self._record(item, found) for item, found in drafts])
        for item in batch:
            self._report.note(item.outcome, item.found.shown)

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
                position=position,
                national=national,
                page=latest(item.pages[supplement.id]) if supplement.id in item.pages else None,
            )
            for position, supplement in enumerate(source.supplements)
        ]

    def _national(self, source: SupplementsSource) -> object:
        """The article's page as it stands now: articles are written before their supplements."""
        held = ArticleKey.objects.filter(key=source.article, language=source.language).first()
        if held is None:
            raise Refused(
                f"there is no article “{source.article}” in {source.language} to supplement",
                line=line_of(source, "article"),
            )
        return latest(held.page_id)

    def _record(self, item: Planned, drafts: Sequence[Draft]) -> ImportedFile:
        key, language, region = item.subject
        before = self._state.by_subject.get(item.subject)
        pages = dict(before.pages) if before else {}
        for draft in drafts:
            pages[str(draft.page.as_part())] = [draft.page.pk, draft.page.latest_revision_id]
        return ImportedFile(
            key=key,
            language=language,
            region=region,
            folder=item.found.folder,
            path=item.found.relative,
            assets=sorted(assets.local_files(item.source)),
            digest=item.digest,
            published=self._publish,
            pages=pages,
        )

    def _remember(self, records: Sequence[ImportedFile]) -> None:
        subject = ["key", "language", "region"]
        ImportedFile.objects.bulk_create(
            records,
            update_conflicts=True,
            unique_fields=subject,
            update_fields=["folder", "path", "assets", "digest", "published", "pages"],
        )

    def prune(self, gone: Sequence[ImportedFile]) -> None:
        """Unpublish what earlier imports of these folders made and no longer find."""
        for record in gone:
            with publishing():
                for page_id, _revision in record.pages.values():
                    if page_id in self._state.pages and self._state.pages[page_id].live:
                        withdraw(latest(page_id))
                record.digest, record.published = "", False
                record.save(update_fields=["digest", "published"])
            self._report.note(Outcome.PRUNED, record.path)


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
    return str(error)


def name_new(plan: Plan, state: State, report: Report) -> None:
    """Name the approving bodies and programme areas that the plan makes."""
    bodies = {item.source.approved.by for item in plan.items if item.source.approved}
    areas = {
        item.source.programme_area
        for item in plan.items
        if isinstance(item.source, ArticleSource) and item.source.programme_area
    }
    report.new += [New("approving-body", name) for name in sorted(bodies - state.bodies)]
    report.new += [New("programme-area", name) for name in sorted(areas - state.areas)]
