"""Thousands of codes, and articles on them, written straight into the tables."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision

from content_models.models import ArticleCode, DiagnosisCode, KnowledgeSupportPage
from content_models.taxonomies.diagnosis_import import load_codes, read_codes
from tests.factories.published import draft_article


def many_codes(letters: str) -> None:
    """For each letter a chapter of a hundred categories with five codes each: 601 codes."""
    lines = []
    for letter in letters:
        lines.append(f"{letter}00-{letter}99\tKapitel {letter}")
        for number in range(100):
            lines.append(f"{letter}{number:02}\tSjukdom {letter}{number}")
            lines += [f"{letter}{number:02}.{place}\tForm {place}" for place in range(5)]
    load_codes(read_codes(lines), edition="2026")


def many_articles(numbers: Iterable[int], code: DiagnosisCode) -> None:
    """Articles on the code, every other one published, like one that was made the usual way."""
    made = draft_article(f"monster-{uuid.uuid4().hex[:6]}", diagnosis_codes=(code.code,))
    revision = made.get_latest_revision()
    pages = Page.objects.bulk_create([_page(made, number) for number in numbers])
    for page in pages:
        # The base row is there already: only the type's own is written.
        base = {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
        row = KnowledgeSupportPage(**base, page_ptr_id=page.pk, key=page.slug)
        row.save_base(raw=True, force_insert=True)
    ArticleCode.objects.bulk_create([ArticleCode(page_id=page.pk, code=code) for page in pages])
    drafts = Revision.objects.bulk_create([_revision(revision, page) for page in pages])
    for page, draft in zip(pages, drafts, strict=True):
        page.latest_revision, page.live_revision = draft, draft if page.live else None
    Page.objects.bulk_update(pages, ["latest_revision", "live_revision"], batch_size=200)


def _page(made: Any, number: int) -> Page:
    live = number % 2 == 0
    after = Page._str2int(made.path[-Page.steplen :]) + 1
    return Page(
        path=Page._get_path(made.get_parent().path, made.depth, after + number),
        depth=made.depth,
        title=f"Artikel {number}",
        draft_title=f"Artikel {number}",
        slug=f"artikel-{number}",
        content_type=ContentType.objects.get_for_model(KnowledgeSupportPage),
        locale=made.locale,
        live=live,
        has_unpublished_changes=not live,
    )


def _revision(made: Revision, page: Page) -> Revision:
    own = {"pk": page.pk, "title": page.title, "slug": page.slug}
    return Revision(
        content_type=page.content_type,
        base_content_type=made.base_content_type,
        object_id=str(page.pk),
        object_str=page.title,
        created_at=made.created_at,
        content={**made.content, **own},
    )
