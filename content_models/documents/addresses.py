"""Public paths: where a page is read, and what links inside texts resolve to."""

from __future__ import annotations

from wagtail.documents import get_document_model
from wagtail.models import Page

from content_models.documents.files import published_path
from content_models.languages import language_of
from content_models.vocabulary import SOURCE_LANGUAGE


def path_of(page: Page) -> str:
    """`/home/stod/katarakt/` → `/stod/katarakt/`; other languages lead with theirs."""
    below_root = "/".join(page.url_path.split("/")[2:])
    language = language_of(page.locale_id)
    return f"/{below_root}" if language == SOURCE_LANGUAGE else f"/{language}/{below_root}"


def resolve_link(link_type: str, attributes: dict[str, str]) -> str | None:
    """A rich text link to a page or a document → its public address; None if it is gone."""
    try:
        pk = int(attributes["id"])
    except (KeyError, ValueError):
        return None
    if link_type == "page":
        page = Page.objects.filter(pk=pk).first()
        return path_of(page) if page else None
    document = get_document_model().objects.filter(pk=pk).first()
    return published_path(document) if document else None
