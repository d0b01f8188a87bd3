"""Links in published documents: which are ours, and what is wrong with them."""

from __future__ import annotations

from typing import Any

import pytest

from cms.desk.links.document import Link, LinkKind, in_html, links_of, path_in
from cms.desk.links.faults import Article, Fault, Surroundings, fault_of

HERE = Article("katarakt", "sv")
THERE = Article("gra-starr", "sv")
HOSTS = frozenset({"vard.example"})
NATIONAL = {"sections": [{"id": "utredning"}], "anchors": {"#utredning": "a", "b1": "b"}}


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/rad-om-vard/gra-starr/", ("/rad-om-vard/gra-starr/", "")),
        ("/rad-om-vard/gra-starr#symtom", ("/rad-om-vard/gra-starr/", "symtom")),
        ("https://vard.example/a/", ("/a/", "")),
        ("http://vard.example/a/", ("/a/", "")),
        ("#utredning", ("", "utredning")),
        ("#", ("", "")),
        ("/r%C3%A5d/", ("/råd/", "")),
        ("/a/?q=1#b", ("/a/", "b")),
        ("https://example.org/a/", None),
        ("//example.org/a/", None),
        ("mailto:a@example.org", None),
        ("javascript:alert(1)", None),
        ("/media/published/a.png", None),
        ("/documents/1/a.pdf", None),
        ("/", None),
        ("a/b", None),
        ("", None),
        ("https://[::1", None),
        ("/a/%00/#b%00", ("/a/\ufffd/", "b\ufffd")),
    ],
)
def test_an_address_is_ours_or_not(href: str, expected: Any) -> None:
    assert path_in(href, HOSTS) == expected


def test_links_are_read_with_their_words() -> None:
    html = '<p><a href="/a/">Ett <b>två</b>\n tre</a> text <a>borta</a><a href="#b">&lt;b&gt;</a>'
    assert in_html(html) == [("/a/", "Ett två tre"), (None, "borta"), ("#b", "<b>")]


def test_links_are_found_wherever_a_document_has_them() -> None:
    document: dict[str, Any] = {
        "references": [{"number": 1, "html": '<a href="/kalla/">källa</a>'}],
        "counterpart": "gra-starr",
        "sections": [
            {
                "id": "utredning",
                "title": "Utredning",
                "blocks": [
                    {"type": "text", "html": '<a href="/a/">a</a> <a href="#ref-1">1</a>'},
                    {"type": "links", "items": [{"label": "b", "url": "/b/"}]},
                    {"type": "facts", "blocks": [{"html": '<a href="#c">c</a>'}]},
                    {"type": "text", "html": '<a href="https://example.org/">ute</a>'},
                ],
            }
        ],
        "cards": [{"title": "kort", "text": "", "url": "/d/"}],
        "anchors": {"#utredning": "a"},
    }
    found = links_of(document, hosts=HOSTS)
    assert [(link.kind, link.words, link.path, link.fragment, link.section) for link in found] == [
        (LinkKind.COUNTERPART, "", "", "", ""),
        (LinkKind.TEXT, "a", "/a/", "", "utredning"),
        (LinkKind.TEXT, "b", "/b/", "", "utredning"),
        (LinkKind.TEXT, "c", "", "c", "utredning"),
        (LinkKind.TEXT, "källa", "/kalla/", "", ""),
        (LinkKind.TEXT, "kort", "/d/", "", ""),
    ]


def test_a_supplement_is_tied_to_its_place() -> None:
    document: dict[str, Any] = {
        "article": "katarakt",
        "region": "14",
        "id": "vart",
        "anchor": {"section": "utredning", "block": "b1", "quote": "Första", "hash": "x"},
        "blocks": [{"html": '<a href="#ref-14-vart-1">1</a><a href="#ref-1">2</a>'}],
        "references": [{"number": 1, "html": "k"}],
    }
    tie, other = links_of(document)
    assert tie == Link(
        LinkKind.SUPPLEMENT, words="Första", section="utredning", key="katarakt", block="b1"
    )
    assert (other.fragment, other.section) == ("ref-1", "utredning")


def text(path: str = "", fragment: str = "") -> Link:
    return Link(LinkKind.TEXT, "ord", path + fragment or "#", path=path, fragment=fragment)


def tie(block: str = "", section: str = "utredning") -> Link:
    return Link(LinkKind.SUPPLEMENT, key="katarakt", section=section, block=block)


PATHS = {"/a/": THERE, "/mapp/": Article("", "sv"), "/x/": Article("borta", "sv")}
AROUND = Surroundings(
    paths=PATHS,
    keys=frozenset({"katarakt", "gra-starr"}),
    articles=frozenset({HERE, THERE}),
    documents={HERE: NATIONAL, THERE: {"sections": [{"id": "symtom"}], "anchors": {}}},
)


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        (text("/a/"), None),
        (text("/a/", "symtom"), None),
        (text("/a/", "borta"), Fault.NO_SECTION),
        (text("/mapp/"), None),
        (text("/mapp/", "vad-som-helst"), None),
        (text("/finns-inte/"), Fault.NO_PAGE),
        (text("/x/"), Fault.WITHDRAWN),
        (text("/x/", "symtom"), Fault.WITHDRAWN),
        (text("", "utredning"), None),
        (text("", "borta"), Fault.NO_SECTION),
        (text(), Fault.NO_SECTION),
        (Link(LinkKind.TEXT, "ord"), Fault.PAGE_GONE),
        (Link(LinkKind.COUNTERPART, key="gra-starr"), None),
        (Link(LinkKind.COUNTERPART, key="finns-inte"), Fault.NO_COUNTERPART),
        (tie(), None),
        (tie("b1"), None),
        (tie("b2"), Fault.ANCHOR_LOST),
        (tie(section="borta"), Fault.ANCHOR_LOST),
    ],
)
def test_what_is_wrong_with_a_link(link: Link, fault: Fault | None) -> None:
    assert fault_of(link, HERE, AROUND) == fault


def test_a_supplement_without_its_article() -> None:
    assert fault_of(tie(), Article("katarakt", "fi"), AROUND) == Fault.NO_ARTICLE
