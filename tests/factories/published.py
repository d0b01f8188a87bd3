"""Articles and supplements as drafts, approved, or published with an approval on record."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from wagtail.models import Revision

from content_models.approvals import Approval, new_approval
from content_models.documents.block_rendering import clean_block, hash_of, quote_of
from content_models.documents.markup import content_hash
from content_models.documents.rendering import stored
from content_models.models import (
    ARTICLE_MODELS,
    ArticleCode,
    ArticleKey,
    DiagnosisCode,
    ProgrammeArea,
)
from content_models.setup import folder_for
from content_models.taxonomies.diagnosis_import import load_codes, read_codes
from content_models.vocabulary import ChangeClass, Kind
from region_overlays.models import Region, SupplementPage
from region_overlays.setup import region_page

Raw = dict[str, Any]
MODELS = {model.kind: model for model in ARTICLE_MODELS}


def text(html: str = "Ett stycke.", *, care_levels: tuple[str, ...] = (), id: str = "") -> Raw:
    """A text block as Wagtail stores it."""
    html = html if html.startswith("<") else f"<p>{html}</p>"
    value = {"html": html, "care_levels": list(care_levels)}
    return {"type": "text", "id": id or str(uuid.uuid4()), "value": value}


def section(id: str, *blocks: Raw, title: str = "", level: int = 2) -> Raw:
    """A section as Wagtail stores it."""
    value = {
        "section_id": id,
        "title": title or id.capitalize(),
        "level": str(level),
        "blocks": list(blocks),
    }
    return {"type": "section", "id": str(uuid.uuid4()), "value": value}


def reference(label: str, html: str = "En källa.") -> Raw:
    value = {"label": label, "html": f"<p>{html}</p>"}
    return {"type": "reference", "id": str(uuid.uuid4()), "value": value}


def codes(*lines: str) -> None:
    """Diagnosis codes: `codes("H25\\tÅldersstarr", …)`."""
    load_codes(read_codes(lines))


def draft_article(
    key: str = "katarakt",
    *,
    kind: Kind = Kind.KNOWLEDGE_SUPPORT,
    language: str = "sv",
    title: str = "Katarakt",
    sections: list[Raw] | None = None,
    references: list[Raw] | None = None,
    diagnosis_codes: tuple[str, ...] = (),
    programme_area: str = "",
    **fields: Any,
) -> Any:
    """An article with one revision, not approved."""
    parent = folder_for(kind, language)
    held = ArticleKey.objects.filter(key=key).select_related("page").first()
    if held is not None:
        fields["translation_key"] = held.page.translation_key
    page = MODELS[kind](
        key=key,
        slug=key,
        title=title,
        locale=parent.locale,
        sections=sections if sections is not None else [section("utredning", text())],
        references=references or [],
        **fields,
    )
    if programme_area:
        page.programme_area = ProgrammeArea.objects.get_or_create(name=programme_area)[0]
    page.article_codes = [
        ArticleCode(code=DiagnosisCode.objects.get(code=code)) for code in diagnosis_codes
    ]
    parent.refresh_from_db()
    page = parent.add_child(instance=page)
    page.save_revision()
    return page


def approve(
    page: Any,
    *,
    on: date = date(2022, 1, 10),
    by: str = "Nationellt programområde ögonsjukdomar",
    change_class: ChangeClass = ChangeClass.SUBSTANTIVE,
    note: str = "",
) -> Approval:
    """Record an approval of exactly the latest revision's content."""
    revision: Revision = page.get_latest_revision()
    content = revision.as_object().render()
    approval = new_approval(
        part=str(content.part),
        page_id=page.pk,
        revision_id=revision.pk,
        sha256=content.sha256,
        on=on,
        body=by,
        role="test",
        change_class=change_class,
        note=note,
    )
    approval.save()
    return approval


def publish(page: Any, **approval: Any) -> Any:
    """Approve the latest revision and publish it; gives the page as it is now."""
    approve(page, **approval)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def article(key: str = "katarakt", *, approval: dict[str, Any] | None = None, **fields: Any) -> Any:
    """A published article."""
    return publish(draft_article(key, **fields), **(approval or {}))


def revise(page: Any, *, approval: dict[str, Any] | None = None, **fields: Any) -> Any:
    """Publish new content for a page that exists."""
    latest = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(latest, name, value)
    latest.save_revision()
    page.refresh_from_db()
    return publish(page, **(approval or {}))


def draft_supplement(
    national: Any,
    region: str = "14",
    *,
    at: str = "utredning",
    after: int | None = None,
    id: str = "",
    language: str = "sv",
    blocks: list[Raw] | None = None,
    care_levels: tuple[str, ...] = (),
    **fields: Any,
) -> Any:
    """A supplement anchored in the article's latest content, not approved."""
    found = next(
        child["value"]["blocks"]
        for child in stored(national.get_latest_revision_as_object().sections)
        if child["value"]["section_id"] == at
    )
    cleaned = [clean_block(raw) for raw in found]
    if after is None:
        place = {"anchor_hash": content_hash(*map(hash_of, cleaned))}
    else:
        block = cleaned[after - 1]
        place = {
            "block_id": block.id,
            "anchor_hash": hash_of(block),
            "anchor_quote": quote_of(block),
        }
    if fields.get("approving_body"):
        Region.objects.get(pk=region).approving_bodies.add(fields["approving_body"])
    parent = region_page(region, language)
    parent.refresh_from_db()
    page = parent.add_child(
        instance=SupplementPage(
            title=f"{national.title} – {at}",
            slug=f"{national.key}-{id or uuid.uuid4().hex[:8]}",
            locale=parent.locale,
            article_key=national.key,
            supplement_id=id,
            section_id=at,
            body=blocks or [text("Regional text.")],
            limited_to=list(care_levels),
            **place,
            **fields,
        )
    )
    page.save_revision()
    return page


def supplement(
    national: Any, region: str = "14", *, approval: dict[str, Any] | None = None, **fields: Any
) -> Any:
    """A published supplement."""
    terms = {"on": date(2022, 2, 6), "by": "Västra Götalandsregionen"} | (approval or {})
    return publish(draft_supplement(national, region, **fields), **terms)
