"""Where a diagnosis code, a body, an area, an image or a document is used."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex

from content_models.approvals import Approval
from content_models.in_use.holders import belongs_to_page, is_protecting
from content_models.in_use.references import references_of
from content_models.in_use.versions import How, translated_sources, versions
from content_models.models import ApprovingBody

Found = Iterator[tuple[str, int, How]]
Uses = dict[str, dict[int, How]]
"""Primary key, as text → the pages that use it; pages that are gone may be among them."""


def uses_of(objects: Sequence[models.Model]) -> Uses:
    """Of objects of one model; those that nothing uses are left out. A fixed number of queries.

    A page uses what its published text, its drafts and its past editions name; what the database
    protects also by every earlier draft: one that names what is gone cannot be opened.
    """
    if not objects:
        return {}
    model = type(objects[0])
    found: Uses = defaultdict(dict)
    for pk, page, how in _found(model, objects):
        found[pk][page] = min(how, found[pk].get(page, how))
    return _as_drafts_where_not_live(found)


def _as_drafts_where_not_live(found: Uses) -> Uses:
    """A page's own row is what is published only while it is live."""
    said = {page for pages in found.values() for page, how in pages.items() if how == How.PUBLISHED}
    live = set(Page.objects.filter(pk__in=said, live=True).values_list("pk", flat=True))
    return {
        pk: {page: How.DRAFT if page in said - live else how for page, how in pages.items()}
        for pk, pages in found.items()
    }


def _found(model: type[models.Model], objects: Sequence[models.Model]) -> Found:
    wanted = {str(one.pk) for one in objects}
    protecting = list(_protecting(model))
    yield from _in_versions(model, wanted, with_history=bool(protecting))
    yield from _in_index(model, wanted)
    for field in protecting:
        yield from _in_rows(field, wanted)
    yield from _in_sources(model, wanted)
    if model is ApprovingBody:
        yield from _approved_by(objects)


def _protecting(model: type[models.Model]) -> Iterator[Any]:
    """The foreign keys of pages, and of what belongs to pages, that keep it from being deleted."""
    relations: Any = model._meta.get_fields(include_hidden=True)
    for relation in relations:
        if is_protecting(relation) and belongs_to_page(relation.field.model):
            yield relation.field


def _in_versions(
    model: type[models.Model], wanted: Collection[str], *, with_history: bool
) -> Found:
    for version in versions(wanted, with_history=with_history):
        if version.model is None:
            continue
        for other, pk in references_of(version.model, version.content):
            if other is model and pk in wanted:
                yield pk, version.page_id, version.how


def _in_index(model: type[models.Model], wanted: Collection[str]) -> Found:
    kinds = ContentType.objects
    rows = ReferenceIndex.objects.filter(
        to_content_type=kinds.get_for_model(model),
        to_object_id__in=wanted,
        base_content_type=kinds.get_for_model(Page),
    )
    for pk, object_id in rows.values_list("to_object_id", "object_id"):
        yield pk, int(object_id), How.DRAFT


def _in_rows(field: Any, wanted: Collection[str]) -> Found:
    model = field.model
    parents = [one.attname for one in model._meta.fields if isinstance(one, ParentalKey)]
    page = parents[0] if parents else "pk"
    rows = model._default_manager.filter(**{f"{field.name}__in": wanted})
    for pk, page_id in rows.values_list(field.attname, page):
        yield str(pk), page_id, How.PUBLISHED


def _in_sources(model: type[models.Model], wanted: Collection[str]) -> Found:
    named: dict[tuple[Any, int], set[str]] = {}
    for source in translated_sources(wanted).select_related("specific_content_type"):
        content = json.loads(source.content_json)
        references = references_of(source.specific_content_type.model_class(), content)
        pks = {pk for other, pk in references if other is model and pk in wanted}
        if pks:
            named[source.object_id, source.locale_id] = pks
    pages = Page.objects.filter(translation_key__in=[key for key, _locale in named])
    for page_id, key, locale in pages.values_list("pk", "translation_key", "locale_id"):
        for pk in named.get((key, locale), ()):
            yield pk, page_id, How.BEFORE


def _approved_by(bodies: Sequence[models.Model]) -> Found:
    """The approvals that the ledger rests on name their body in words."""
    names = {str(body): str(body.pk) for body in bodies}
    rows = Approval.objects.filter(body__in=names).values_list("body", "page_id").distinct()
    for name, page_id in rows:
        yield names[name], page_id, How.APPROVED
