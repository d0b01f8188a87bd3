"""Sources → unsaved pages, or new content on pages that exist."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from wagtail.models import Page

from content_models.documents.block_rendering import clean_block, hash_of, quote_of
from content_models.documents.markup import content_hash
from content_models.documents.rendering import stored
from content_models.models import (
    ARTICLE_MODELS,
    ApprovingBody,
    ArticleCode,
    ArticleKey,
    DiagnosisCode,
    FolderPage,
    ProgrammeArea,
)
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from region_overlays.models import Region, SupplementPage
from region_overlays.setup import region_page

from .alignment import align_blocks, align_sections
from .codes import bare_codes
from .source import (
    Approved,
    ArticleSource,
    Card,
    QuickLink,
    SupplementSource,
    SupplementsSource,
)
from .streams import stored_blocks, stored_references, stored_sections

MODEL_OF_KIND = {str(model.kind): model for model in ARTICLE_MODELS}
Assets = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Draft:
    """A page with its new content, not written yet; `approved` as the front matter says."""

    page: Any
    approved: Approved | None
    change_class: str
    note: str


@dataclass(frozen=True, slots=True)
class NewDraft(Draft):
    """A draft of a page that does not exist yet."""

    parent: Page


class Surroundings:
    """What one batch's articles refer to, each read once; unknown bodies and areas are made."""

    def __init__(self, keys: Iterable[str]) -> None:
        held = ArticleKey.objects.filter(key__in=set(keys))
        self._translation_keys: dict[str, uuid.UUID] = dict(
            held.values_list("key", "page__translation_key")
        )
        self._folders: dict[tuple[str, str], FolderPage] = {}
        self._bodies: dict[str, ApprovingBody] = {}
        self._regional: set[tuple[str, str]] = set()
        self._areas: dict[str, ProgrammeArea] = {}
        self._codes: dict[str, DiagnosisCode] = {}

    def folder(self, kind: str, language: str) -> FolderPage:
        if (kind, language) not in self._folders:
            self._folders[kind, language] = folder_for(Kind(kind), language)
        return self._folders[kind, language]

    def translation_key(self, key: str) -> uuid.UUID:
        """An article's languages share one; the first of them makes it."""
        return self._translation_keys.setdefault(key, uuid.uuid4())

    def body(self, name: str) -> ApprovingBody:
        if name not in self._bodies:
            self._bodies[name] = ApprovingBody.objects.get_or_create(name=name)[0]
        return self._bodies[name]

    def regional_body(self, region: str, name: str) -> ApprovingBody:
        """One that approves for the region from now on, if it is not the region itself."""
        body = self.body(name)
        if (region, name) not in self._regional:
            self._regional.add((region, name))
            held = Region.objects.get(pk=region)
            if name != held.name:
                held.approving_bodies.add(body)
        return body

    def area(self, name: str) -> ProgrammeArea:
        if name not in self._areas:
            self._areas[name] = ProgrammeArea.objects.get_or_create(name=name)[0]
        return self._areas[name]

    def code(self, code: str) -> DiagnosisCode:
        if code not in self._codes:
            self._codes[code] = DiagnosisCode.objects.get(code=code)
        return self._codes[code]


def article_draft(
    source: ArticleSource, files: Assets, around: Surroundings, page: Any | None
) -> Draft:
    """An article's page: new, or `page` (its latest revision) with the source's content."""
    terms = (source.approved, source.change_class, source.change_note)
    if page is not None:
        _fill_article(page, source, files, around)
        return Draft(page, *terms)
    parent = around.folder(source.kind, source.language)
    page = MODEL_OF_KIND[source.kind](
        slug=source.key, locale=parent.locale, translation_key=around.translation_key(source.key)
    )
    _fill_article(page, source, files, around)
    return NewDraft(page, *terms, parent)


def _fill_article(page: Any, source: ArticleSource, files: Assets, around: Surroundings) -> None:
    page.title = page.draft_title = source.title
    page.key, page.summary = source.key, source.summary
    before = stored(page.sections)
    page.sections = align_sections(stored_sections(source.sections, files), before)
    page.references = stored_references(source.references)
    page.care_levels = sorted(source.care_levels)
    page.review_by = source.review_by
    page.counterpart_key = source.counterpart or ""
    page.keywords = list(source.keywords)
    page.programme_area = around.area(source.programme_area) if source.programme_area else None
    page.approving_body = around.body(source.approved.by) if source.approved else None
    page.article_codes = [
        ArticleCode(code=around.code(code), sort_order=place)
        for place, code in enumerate(bare_codes(source.diagnosis_codes))
    ]
    fill = OWN_MEMBERS.get(source.kind)
    if fill:
        fill(page, source)


def _fill_youth(page: Any, source: ArticleSource) -> None:
    if source.ages is not None:
        page.age_min, page.age_max = source.ages.min, source.ages.max
    page.reading = source.reading or page.reading
    page.perspective = source.perspective or page.perspective
    page.adaptations = list(source.adaptations)


def _fill_news(page: Any, source: ArticleSource) -> None:
    page.audience = source.audience
    page.show_from, page.show_until = source.show_from, source.show_until


def _fill_start(page: Any, source: ArticleSource) -> None:
    page.audience, page.search_prompt = source.audience, source.search_prompt
    page.cards = align_blocks([_stored("card", card) for card in source.cards], stored(page.cards))
    page.quick_links = align_blocks(
        [_stored("link", link) for link in source.quick_links], stored(page.quick_links)
    )


def _stored(block: str, value: QuickLink | Card) -> dict[str, Any]:
    members = {name: text or "" for name, text in asdict(value).items()}
    return {"type": block, "value": members}


OWN_MEMBERS: dict[str, Callable[[Any, ArticleSource], None]] = {
    Kind.YOUTH_PAGE: _fill_youth,
    Kind.NEWS: _fill_news,
    Kind.START_PAGE: _fill_start,
}
"""What only some kinds have."""


def supplement_draft(
    file: SupplementsSource,
    source: SupplementSource,
    files: Assets,
    around: Surroundings,
    *,
    position: int,
    national: Any,
    page: Any | None,
) -> Draft:
    """A supplement's page, anchored in `national` (the article's page as it stands)."""
    terms = (file.approved, file.change_class, file.change_note)
    if page is not None:
        _fill_supplement(page, file, source, files, around, position, national)
        return Draft(page, *terms)
    parent = region_page(file.region, file.language)
    page = SupplementPage(
        slug=f"{file.article}-{source.id}",
        locale=parent.locale,
        region_id=file.region,
        article_key=file.article,
        supplement_id=source.id,
    )
    _fill_supplement(page, file, source, files, around, position, national)
    return NewDraft(page, *terms, parent)


def _fill_supplement(
    page: Any,
    file: SupplementsSource,
    source: SupplementSource,
    files: Assets,
    around: Surroundings,
    position: int,
    national: Any,
) -> None:
    page.title = page.draft_title = f"{national.title} – {_heading(national, source.at)}"[:255]
    page.position = position
    _anchor(page, source, national)
    page.limited_to = sorted(source.care_levels or [])
    before = stored(page.body)
    page.body = align_blocks(stored_blocks(source.blocks, files), before)
    page.references = stored_references(source.references)
    page.review_by = file.review_by
    page.valid_until = file.valid_until
    by = file.approved.by if file.approved else None
    page.approving_body = around.regional_body(file.region, by) if by else None


def _section(national: Any, section_id: str) -> dict[str, Any]:
    return next(
        child["value"]
        for child in stored(national.sections)
        if child["value"]["section_id"] == section_id
    )


def _heading(national: Any, section_id: str) -> str:
    return str(_section(national, section_id)["title"] or section_id)


def _anchor(page: Any, source: SupplementSource, national: Any) -> None:
    blocks = [clean_block(raw) for raw in _section(national, source.at)["blocks"]]
    page.section_id = source.at
    if source.after is None:
        page.block_id, page.anchor_quote = "", ""
        page.anchor_hash = content_hash(*map(hash_of, blocks))
    else:
        block = blocks[source.after - 1]
        page.block_id, page.anchor_quote = block.id, quote_of(block)
        page.anchor_hash = hash_of(block)
