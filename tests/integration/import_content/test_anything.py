"""Whatever bytes a file holds, the run ends with a report; and it ends soon."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from .content import (
    Result,
    article,
    live_parts,
    page_of,
    placed,
    published,
    put,
    run,
    sections,
    supplement,
    write,
)

MEMBERS = st.sampled_from(
    [
        *("kind: knowledge-support", "kind: youth-page", "kind: supplement", "key: katarakt"),
        *("title: Katarakt", "title: å\u0000", "language: en", "language: xx", 'region: "14"'),
        *("article: annan", "approved: {date: 2022-01-10, by: N}", "approved: {date: 2022-02-30}"),
        *("ages: {min: 9, max: 3}", "diagnosis_codes: [H25]", "diagnosis_codes: *a", "x: &a [*a]"),
        *("counterpart: katarakt", "care_levels: [primary]", "keywords: [a, b]", "review_by: no"),
    ]
)
PIECES = st.sampled_from(
    [
        *("## Utredning {#utredning}", "Text.[^a]", "[^a]: Källa.", "::: primary", ":::"),
        *("::: supplement at=utredning after=1", "![](bild.png)", "![](../x)", "<script>", "| a |"),
        *("| - |", "- ett", "> citat", "::: video src=x", "::: facts title=", "\ufeff", "\u202e"),
        *("::: document src=http://[", "[l](javascript:x)", "\ud7ff", "😀", "&#0;", "    kod"),
    ]
)


@settings(max_examples=40)
@given(st.lists(MEMBERS, max_size=8), st.lists(PIECES | st.text(max_size=20), max_size=12))
def test_something_like_a_file(
    tmp_path_factory: pytest.TempPathFactory, members: list[str], pieces: list[str]
) -> None:
    front, body = "\n".join(members), "\n\n".join(pieces)
    _ends_with_a_report(tmp_path_factory, f"---\n{front}\n---\n{body}".encode(errors="replace"))


@settings(max_examples=30)
@given(st.binary(max_size=2000) | st.binary(max_size=300).map(article().encode().__add__))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    _ends_with_a_report(tmp_path_factory, content)


@settings(max_examples=40)
@given(at=st.integers(0, 400), noise=st.binary(max_size=6), drop=st.integers(0, 30))
def test_a_good_file_with_a_fault(
    tmp_path_factory: pytest.TempPathFactory, at: int, noise: bytes, drop: int
) -> None:
    text = article(ages="{min: 3, max: 9}", kind="youth-page", keywords="[a, b]").encode()
    _ends_with_a_report(tmp_path_factory, text[:at] + noise + text[at + drop :])


def _ends_with_a_report(factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = factory.mktemp("content")
    put(folder / "fil.md", content)
    write(folder, annan=article("annan"))
    with transaction.atomic():
        result = published(folder)
        assert "annan/sv" in live_parts()
        transaction.set_rollback(True)
    assert result.code == (1 if result.raw["rejected"] else 0)
    assert sum(len(files) for files in result.done.values()) == 2
    assert all(one["message"] for one in result.raw["rejected"])


@pytest.mark.parametrize(
    "content",
    [
        b"x" * (50 << 20),
        article(body=">" * 3000 + " text").encode(),
        article(body="> " * 3000 + "text").encode(),
        article(body="- " * 3000 + "text").encode(),
        article(body="[" * 30_000).encode(),
        article(body="*a " * 30_000).encode(),
        article(body="::: primary\n" * 3000).encode(),
        article(body="| a " * 3000 + "|\n" + "| - " * 3000 + "|\n").encode(),
        article(title="[" * 20_000).encode(),
        article(body="Stycke.\n\n" * 2900).encode(),
    ],
    ids=[
        *("50 MB", "quotes", "spaced quotes", "lists", "brackets", "emphasis", "containers"),
        *("wide table", "yaml", "many blocks"),
    ],
)
def test_hostile_input_ends_soon(folder: Path, content: bytes) -> None:
    put(folder / "stor.md", content)
    started = time.process_time()

    result = published(folder)

    assert time.process_time() - started < 10
    assert result.code in (0, 1)


def test_a_supplement_file_of_three_hundred(folder: Path) -> None:
    write(folder, katarakt=article(), vg=supplement(*[placed(f"Text {n}.") for n in range(300)]))

    assert published(folder).code == 0
    assert len(live_parts()) == 301


def _text(result: Result) -> str:
    assert result.code == 0, result.err
    return str(page_of().title)


def test_windows_line_ends_and_a_byte_order_mark_are_plain_text(folder: Path) -> None:
    text = article(body=sections(utredning="Ett.\n\n- två\n- tre"), title="Starr")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()

    assert _text(published(write(folder, katarakt=windows))) == "Starr"
    assert published(write(folder, katarakt=text)).done == {"changed": ["katarakt.md"]}
    assert [s.value["section_id"] for s in page_of().sections] == ["utredning"]


def test_names_of_files_from_a_mac(folder: Path) -> None:
    name = unicodedata.normalize("NFD", "grå starr å ä ö")
    put(folder / f"{name}.md", article())

    assert run(folder).names("created") == [f"{name}.md"]
    (folder / f"{name}.md").rename(folder / f"{unicodedata.normalize('NFC', name)}.md")
    assert run(folder).names("same") == [f"{unicodedata.normalize('NFC', name)}.md"]
