"""A published document → the links in it that lead to our own pages. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

Document = Mapping[str, Any]
"""An edition's document, parsed."""

NOT_PAGES = ("/media/", "/static/", "/documents/", "/api/", "/admin/")
"""Our own paths that are files and screens; published files are never taken away."""
ITSELF = ("counterpart", "anchor", "anchors", "sections")


class LinkKind(StrEnum):
    TEXT = "text"
    """A link in a text, a card or a list of quick links."""
    COUNTERPART = "counterpart"
    SUPPLEMENT = "supplement"
    """What ties a supplement to its place in the national text."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way from a document to another place of ours, or to another place in itself."""

    kind: LinkKind
    words: str = ""
    """The link's text as readers see it."""
    href: str = ""
    """As written; empty for a link whose page was gone when it was published."""
    section: str = ""
    section_title: str = ""
    path: str = ""
    """Of the page that it leads to; empty for a place in the same article."""
    fragment: str = ""
    key: str = ""
    """The article that it names, where it does so by key."""
    block: str = ""
    """What a supplement stands after."""


def links_of(document: Document, *, hosts: Iterable[str] = ()) -> list[Link]:
    """Every internal link, in reading order; `hosts` are the names that are ours."""
    ours = frozenset(hosts)
    own = f"ref-{document['region']}-{document['id']}-" if "region" in document else "ref-"
    citations = {f"{own}{item['number']}" for item in document["references"]}
    found = [*_ties(document)]
    for href, words, section in _hrefs(document):
        link = _link(href, words, section, ours)
        if link is not None and not (not link.path and link.fragment in citations):
            found.append(link)
    return found


def path_in(href: str, hosts: frozenset[str]) -> tuple[str, str] | None:
    """Path and fragment of an address that is ours; None for others and for files."""
    try:
        split = urlsplit(href.strip())
    except ValueError:
        return None
    if split.scheme not in ("", "http", "https") or (split.netloc and split.netloc not in hosts):
        return None
    # PostgreSQL holds no NUL, and no page has one in its address.
    path, fragment = (
        unquote(piece).replace("\0", "\N{REPLACEMENT CHARACTER}")
        for piece in (split.path, split.fragment)
    )
    if not path and not split.netloc:
        return ("", fragment) if href.strip().startswith("#") else None
    if not path.startswith("/") or path == "/" or path.startswith(NOT_PAGES):
        return None
    return (path if path.endswith("/") else f"{path}/"), fragment


def _ties(document: Document) -> Iterator[Link]:
    if document.get("counterpart"):
        yield Link(LinkKind.COUNTERPART, key=document["counterpart"])
    anchor = document.get("anchor")
    if anchor is not None:
        yield Link(
            LinkKind.SUPPLEMENT,
            words=anchor["quote"],
            section=anchor["section"],
            key=document["article"],
            block=anchor["block"] or "",
        )


def _link(href: str | None, words: str, section: Document, hosts: frozenset[str]) -> Link | None:
    place = {"section": section.get("id", ""), "section_title": section.get("title", "")}
    if href is None:
        return Link(LinkKind.TEXT, words, **place)
    found = path_in(href, hosts)
    if found is None:
        return None
    return Link(LinkKind.TEXT, words, href, path=found[0], fragment=found[1], **place)


def _hrefs(document: Document) -> Iterator[tuple[str | None, str, Document]]:
    """(address, words, the section it stands in) of every link, wherever a document has one."""
    anchor = document.get("anchor") or {}
    outside = {"id": anchor.get("section", "")}
    for section in document.get("sections", ()):
        for href, words in _below(section["blocks"]):
            yield href, words, section
    rest = {name: value for name, value in document.items() if name not in ITSELF}
    for href, words in _below(rest):
        yield href, words, outside


def _below(value: Any) -> Iterator[tuple[str | None, str]]:
    if isinstance(value, Mapping):
        if isinstance(value.get("html"), str):
            yield from in_html(value["html"])
        if isinstance(value.get("url"), str):
            yield value["url"], str(value.get("label") or value.get("title") or value["url"])
        value = [item for name, item in value.items() if name != "html"]
    if isinstance(value, list | tuple):
        for item in value:
            yield from _below(item)


def in_html(html: str) -> list[tuple[str | None, str]]:
    """(href, text) of each link; href is None for a link that lost its address."""
    reader = _Links()
    reader.feed(html)
    reader.close()
    return [(href, " ".join("".join(words).split())) for href, words in reader.found]


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str | None, list[str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open = True
            self.found.append((dict(attrs).get("href"), []))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1][1].append(data)
