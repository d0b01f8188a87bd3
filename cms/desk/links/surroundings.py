"""What a batch of links can lead to, read from the ledger in three statements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from cms.desk.links.document import Link, LinkKind
from cms.desk.links.faults import Article, Surroundings, target_of
from content_models.editions.models import CurrentEdition, Route
from content_models.editions.parts import Part

Placed = tuple[Article, Link]
"""A link with the article that it stands in."""


def surroundings_of(links: Sequence[Placed]) -> Surroundings:
    paths = _paths({link.path for _source, link in links if link.path})
    keys = {article.key for article in paths.values()}
    keys |= {link.key for _source, link in links} | {source.key for source, _link in links}
    live = frozenset(
        Article(key, language)
        for key, language in _national().filter(key__in=keys - {""}).values_list("key", "language")
    )
    around = Surroundings(paths, frozenset(article.key for article in live), live)
    return Surroundings(paths, around.keys, live, _documents(_pointed_into(links, around)))


def _national() -> Any:
    return CurrentEdition.objects.filter(region="", tombstone=False)


def _paths(paths: Iterable[str]) -> dict[str, Article]:
    found = Route.objects.filter(path__in=paths).values_list("path", "key", "language")
    return {path: Article(key, language) for path, key, language in found}


def _pointed_into(links: Sequence[Placed], around: Surroundings) -> set[Article]:
    found = set()
    for source, link in links:
        if link.kind is LinkKind.SUPPLEMENT:
            found.add(source)
        elif link.fragment or not link.path:
            target = target_of(link, source, around)
            found |= {target} if target else set()
    return found & around.articles


def _documents(articles: Iterable[Article]) -> dict[Article, dict[str, Any]]:
    parts = {str(Part(article.key, article.language)): article for article in articles}
    rows = _national().filter(part__in=parts).values_list("part", "edition__document")
    return {parts[part]: json.loads(document) for part, document in rows}
