"""Many new pages at once: the same rows as add_child, save_revision and publish, in few statements.

Wagtail writes one page with some forty statements. Here each table is written once for a whole
batch: pages, their revisions, approvals, editions, log, search and reference index.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend
from wagtail.signals import page_published, published

from content_models.approvals import Approval, new_approval
from content_models.documents.rendering import RenderedPart
from content_models.editions.ledger import Entry, publishing
from content_models.languages import language_of
from content_models.models import ArticleCode, ArticleKey
from content_models.vocabulary import ChangeClass

from .drafts import Draft, NewDraft
from .source import Refused

ROLE = "import"
"""The role of an approval that front matter names."""


AS_DRAFT = {
    "live": False,
    "has_unpublished_changes": True,
    "first_published_at": None,
    "last_published_at": None,
}
"""A revision is made before it is published, and says so."""


def create_pages(drafts: Sequence[NewDraft], *, publish: bool) -> None:
    """Write new pages beneath their parents; with `publish`, approved and published as well.

    Must run inside a transaction. Raises what the ledger's guard raises.
    """
    if not drafts:
        return
    pages = [draft.page for draft in drafts]
    _place(drafts)
    _insert(pages, publish=publish)
    revisions = _revise(pages)
    if publish:
        _publish(drafts, revisions)
    _log(pages, revisions, publish=publish)
    _index(pages)


def _place(drafts: Sequence[NewDraft]) -> None:
    """Tree positions and addresses: each parent's new children follow its last one."""
    by_parent: dict[int, list[NewDraft]] = defaultdict(list)
    for draft in drafts:
        by_parent[draft.parent.pk].append(draft)
    for pk, children in by_parent.items():
        parent = Page.objects.select_for_update().get(pk=pk)
        last = parent.get_last_child()
        step = Page._str2int(last.path[-Page.steplen :]) if last else 0
        taken = set(parent.get_children().values_list("slug", flat=True))
        for place, draft in enumerate(children, start=1):
            page = draft.page
            page.path = Page._get_path(parent.path, parent.depth + 1, step + place)
            page.depth, page.numchild = parent.depth + 1, 0
            page.slug = _free_slug(page.slug, taken)
            page.url_path = f"{parent.url_path}{page.slug}/"
        Page.objects.filter(pk=pk).update(numchild=F("numchild") + len(children))


def _free_slug(wanted: str, taken: set[str]) -> str:
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    taken.add(slug)
    return slug


def _insert(pages: Sequence[Any], *, publish: bool) -> None:
    now = timezone.now()
    for page in pages:
        page.content_type = ContentType.objects.get_for_model(type(page))
        page.live, page.has_unpublished_changes = publish, not publish
        if publish:
            page.first_published_at = page.last_published_at = now
    # Multi-table inheritance: the base rows go in together, then each type's own row.
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    base = Page.objects.bulk_create(
        [Page(**{name: getattr(page, name) for name in names}) for page in pages]
    )
    for page, row in zip(pages, base, strict=True):
        page.pk = page.id = page.page_ptr_id = row.pk
        page.save_base(raw=True, force_insert=True)
    codes = [code for page in pages if hasattr(page, "kind") for code in _codes(page)]
    ArticleCode.objects.bulk_create(codes)
    ArticleKey.objects.bulk_create(
        [
            ArticleKey(
                key=page.key, language=language_of(page.locale_id), kind=page.kind, page_id=page.pk
            )
            for page in pages
            if hasattr(page, "kind")
        ]
    )


def _codes(page: Any) -> list[ArticleCode]:
    codes: list[ArticleCode] = list(page.article_codes.all())
    for code in codes:
        code.page_id = page.pk
    return codes


def _revise(pages: Sequence[Any]) -> list[Revision]:
    now = timezone.now()
    base_type = ContentType.objects.get_for_model(Page)
    revisions: list[Revision] = Revision.objects.bulk_create(
        [
            Revision(
                content_type=page.content_type,
                base_content_type=base_type,
                object_id=str(page.pk),
                created_at=now,
                object_str=str(page),
                content=page.serializable_data() | AS_DRAFT,
            )
            for page in pages
        ]
    )
    rows = []
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision, page.latest_revision_created_at = revision, now
        if page.live:
            page.live_revision = revision
        rows.append(
            Page(
                pk=page.pk,
                latest_revision=revision,
                live_revision=page.live_revision,
                latest_revision_created_at=now,
            )
        )
    Page.objects.bulk_update(
        rows, ["latest_revision", "live_revision", "latest_revision_created_at"]
    )
    return revisions


def approval_by_import(draft: Draft, revision_id: int) -> tuple[Approval, RenderedPart]:
    """The approval that the front matter names, of exactly this content; and the content."""
    if draft.approved is None:
        raise Refused("“approved” is missing; publishing needs it", line=1)
    content: RenderedPart = draft.page.render()
    approval = new_approval(
        part=str(content.part),
        page_id=draft.page.pk,
        revision_id=revision_id,
        sha256=content.sha256,
        on=draft.approved.date,
        body=draft.approved.by,
        role=ROLE,
        change_class=ChangeClass(draft.change_class),
        note=draft.note,
    )
    return approval, content


def _publish(drafts: Sequence[NewDraft], revisions: Sequence[Revision]) -> None:
    pairs = [
        approval_by_import(draft, revision.pk)
        for draft, revision in zip(drafts, revisions, strict=True)
    ]
    Approval.objects.bulk_create([approval for approval, _content in pairs])
    with publishing() as ledger:
        ledger.append(
            [
                Entry(content, approval, draft.page.pk, revision.pk, draft.page.public_path())
                for draft, revision, (approval, content) in zip(
                    drafts, revisions, pairs, strict=True
                )
            ]
        )
    for draft, revision in zip(drafts, revisions, strict=True):
        for signal in (page_published, published):
            signal.send(sender=type(draft.page), instance=draft.page, revision=revision)


def _log(pages: Sequence[Any], revisions: Sequence[Revision], *, publish: bool) -> None:
    created = [_entry(page, "wagtail.create", None) for page in pages]
    pairs = zip(pages, revisions, strict=True) if publish else ()
    releases = [_entry(page, "wagtail.publish", revision) for page, revision in pairs]
    PageLogEntry.objects.bulk_create([*created, *releases])


def _entry(page: Any, action: str, revision: Revision | None) -> PageLogEntry:
    return PageLogEntry(
        page_id=page.pk,
        content_type=page.content_type,
        label=page.get_admin_display_title()[:500],
        action=action,
        timestamp=timezone.now(),
        data={},
        revision=revision,
        content_changed=True,
        uuid=uuid.uuid4(),
    )


def _index(pages: Sequence[Any]) -> None:
    """Wagtail's own search over drafts, and its index of what refers to what."""
    by_model: dict[type[Any], list[Any]] = defaultdict(list)
    for page in pages:
        by_model[type(page)].append(page)
        ReferenceIndex.create_or_update_for_object(page)
    for model, found in by_model.items():
        get_search_backend().add_bulk(model, found)
