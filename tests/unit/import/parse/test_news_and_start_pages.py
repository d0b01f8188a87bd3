"""What only news and start pages have in their front matter."""

from __future__ import annotations

import importlib
from datetime import UTC, datetime

import pytest

NEWS = "kind: news\nkey: a\ntitle: T\n"
START = "kind: start-page\nkey: a\ntitle: T\n"
renderer = importlib.import_module("import.render")


@pytest.mark.parametrize(
    ("written", "begins", "ends"),
    [
        # A day is all of it, in Stockholm: 23 hours, 24 or 25.
        ("2026-11-01", "2026-10-31T23:00", "2026-11-01T23:00"),
        ("2026-03-29", "2026-03-28T23:00", "2026-03-29T22:00"),
        ("2026-10-25", "2026-10-24T22:00", "2026-10-25T23:00"),
        ("2028-02-29", "2028-02-28T23:00", "2028-02-29T23:00"),
        ("2026-07-01T08:00", "2026-07-01T06:00", "2026-07-01T06:00"),
        ("2026-10-25T02:30+02:00", "2026-10-25T00:30", "2026-10-25T00:30"),
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30", "2026-10-25T01:30"),
        ('"2026-07-01 08:00"', "2026-07-01T06:00", "2026-07-01T06:00"),
    ],
)
def test_news_are_shown_in_swedish_time(article, written, begins, ends):
    def utc(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)

    assert article("", f"{NEWS}show_from: {written}").show_from == utc(begins)
    assert article("", f"{NEWS}show_until: {written}").show_until == utc(ends)


@pytest.mark.parametrize(
    ("front_matter", "line", "part"),
    [
        (f"{NEWS}show_from: 2026-03-29T02:30", 5, "does not exist or exists twice"),
        (f"{NEWS}show_from: 2026-10-25T02:30", 5, "with its offset (+01:00 or +02:00)"),
        (f"{NEWS}show_from: 2026-02-30", 5, "the time 2026-02-30 does not exist"),
        (f"{NEWS}show_until: 9999-12-31", 5, "does not exist"),
        (f"{NEWS}show_from: 0001-01-01", 5, "allowed: 1971 to 9998"),
        (f"{NEWS}show_until: 9999-12-31T23:59:00-02:00", 5, "allowed: 1971 to 9998"),
        (f"{NEWS}show_from: in May", 5, "`in May` is not a time; write YYYY-MM-DD or"),
        (f"{NEWS}show_from: 2026-05-02\nshow_until: 2026-05-01", 1, "must be later"),
        (f"{NEWS}audience: all", 5, "`all` is not allowed; allowed: staff, citizen"),
        (f"{NEWS}quick_links: []", 5, "only for `kind: start-page`, not for `news`"),
        (f"{START}show_from: 2026-05-02", 5, "only for `kind: news`, not for `start-page`"),
        ("kind: citizen-article\nkey: a\ntitle: T\naudience: staff", 5, "`kind: news` and `kind:"),
        (f"{START}quick_links:\n  - {{label: A}}", 6, "`quick_links.url` is missing"),
        (f"{START}quick_links: [{{label: A, url: 'javascript:x'}}]", 5, "is not an address"),
        (f"{START}quick_links: [{{label: A, url: //e.se}}]", 5, "is not an address"),
        (f"{START}quick_links: [{{label: A, url: /a, region: '99'}}]", 5, "is not a region"),
        (f"{START}quick_links: [{{label: A, url: /a, icon: b}}]", 5, "allowed: label, url, region"),
        (f"{START}cards: [{{title: A, url: /a, picture: b}}]", 5, "allowed: title, text, url"),
        (f"{START}cards: text", 5, "must be a list"),
    ],
)
def test_refusals(article, refusal, front_matter, line, part):
    found = refusal(article, "", front_matter)
    assert (found[0], part in found[1]) == (line, True), found


def test_what_is_written_reads_the_same(article):
    start = article(
        "Hej.\n",
        START + "audience: citizen\nsearch_prompt: 'Sök: råd'\n"
        "quick_links: [{label: 'A \"b\"', url: 'https://e.se/?a=1&b=2', region: '14'},"
        " {label: Ö, url: /ö/}]\ncards: [{title: K, text: 'Två: ord', url: /a/}]",
    )
    news = article(
        "Hej.\n", NEWS + "audience: staff\nshow_from: 2026-05-01\nshow_until: 2026-05-02"
    )

    for source in (start, news):
        head, _dashes, body = renderer.render(source)[4:].partition("---\n")
        again = article(body, head.rstrip("\n"))
        for name in (
            "audience",
            "show_from",
            "show_until",
            "search_prompt",
            "quick_links",
            "cards",
        ):
            assert getattr(again, name) == getattr(source, name), name
    assert start.quick_links[0].region == "14"
