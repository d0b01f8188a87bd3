"""Articles on codes that a newer edition of the list has retired, as one person may be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from content_models.in_use.places import ShownPage
from content_models.models import ArticleKey, DiagnosisCode
from content_models.taxonomies.code_uses import Pair, drafted_on, published_on
from editorial_workflows.reading import readable_pages
from editorial_workflows.where import pages_shown_to

PUBLISHED, DRAFT = _("In what is published"), _("In a draft")
BOTH = _("In what is published and in a draft")


@dataclass(frozen=True, slots=True)
class Row:
    """A retired code, and an article on it; without one if nobody uses the code."""

    code: DiagnosisCode
    page: ShownPage | None = None
    key: str = ""
    language: str = ""
    where: Any = ""

    @property
    def title(self) -> str:
        return self.page.title if self.page else ""

    @property
    def url(self) -> str | None:
        return self.page.url if self.page else None


def retired_codes(user: Any) -> list[Row]:
    """In the tree's order, then by title; the number of queries does not grow with either."""
    nodes = DiagnosisCode.objects.filter(retired=True)
    uses = Uses(published_on(nodes), drafted_on(nodes, readable_pages(user)))
    shown = pages_shown_to(user, {page for _code, page in uses.all})
    keys = _keys(page.pk for page in shown)
    pages = _by_code(shown, uses.all)
    rows = []
    for code in nodes.order_by("path"):
        rows += [
            Row(code, page, *keys.get(page.pk, ("", "")), where=uses.where((code.pk, page.pk)))
            for page in pages[code.pk]
        ] or [Row(code)]
    return rows


@dataclass(frozen=True, slots=True)
class Uses:
    """What is published, and what is in drafts that one person may read."""

    published: set[Pair]
    drafted: set[Pair]

    @property
    def all(self) -> set[Pair]:
        return self.published | self.drafted

    def where(self, pair: Pair) -> Any:
        if pair in self.published:
            return BOTH if pair in self.drafted else PUBLISHED
        return DRAFT


def _by_code(shown: Iterable[ShownPage], pairs: set[Pair]) -> Mapping[int, list[ShownPage]]:
    codes: dict[int, list[int]] = defaultdict(list)
    for code, page_id in pairs:
        codes[page_id].append(code)
    found: dict[int, list[ShownPage]] = defaultdict(list)
    for page in shown:
        for code in codes[page.pk]:
            found[code].append(page)
    return found


def _keys(pages: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Page → the article's key and language."""
    held = ArticleKey.objects.filter(page_id__in=list(pages))
    rows = held.values_list("page_id", "key", "language")
    return {page: (key, language) for page, key, language in rows}
