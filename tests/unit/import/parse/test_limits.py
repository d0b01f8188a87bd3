"""Hostile input: refused with a line, or read whole, and soon."""

import importlib
import time
from contextlib import suppress

import pytest

package = importlib.import_module("import.parse")

MEBIBYTE = package.MAX_BYTES - 100
SECONDS = 5
"""Each of these takes about one on an idle machine; the slow way would take minutes."""


def fill(text):
    return text * (MEBIBYTE // len(text.encode()))


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        (">" * 3000 + " a", 6, "more than 20 lists, quotes and containers"),
        ("a\n\n" + ">" * 21 + " a", 8, "at most 20 are allowed"),
        ("".join("  " * depth + "- a\n" for depth in range(21)), 26, "at most 20 are allowed"),
        ("::: primary\n" * 21 + ":::\n" * 21, 26, "at most 20 are allowed"),
        ("[^1]: " * 30, 6, "at most 20 are allowed"),
        ("a\n\n" + "[" * 40 + "a" + "]" * 40, 8, "more than 30 brackets or emphases"),
        ("![" * 40 + "a" + "](b)" * 40, 6, "more than 30 brackets or emphases"),
        ("**a *b " * 20 + "b* a** " * 20, 6, "more than 30 brackets or emphases"),
        ("[" * 500_000, 6, "more than 50000 characters of markup"),
        ("*a " * 200_000, 6, "characters of markup"),
        (fill("` "), 6, "characters of markup"),
        (fill("![["), 6, "characters of markup"),
        ("a\n" * 10_001, 10_006, "more than 10000 lines"),
        ("".join(f"[^{n}]: a\n" for n in range(9_000)), 1006, "more than 1000 footnotes"),
        (f"a\n\n{'|a' * 51}|\n{'|-' * 51}|", 8, "a table of more than 50 columns"),
        (f"{'|a' * 49}|\n{'|-' * 49}|\n" + "|x|\n" * 9_000, 6, "cells in the tables"),
        ("## a\n" * 9_999, 306, "more than 300 sections"),
    ],
)
def test_refused(article, refusal, body, line, part):
    begun = time.process_time()
    found = refusal(article, body)

    assert found[0] == line
    assert part in found[1]
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    "body",
    [
        ">" * 20 + " a",
        "".join("  " * depth + "- a\n" for depth in range(20)),
        "- " * 500_000,
        fill("a b å "),
        fill("\u2028\x85"),
        fill(" "),
        fill("\u00a0a"),
        fill("#"),
        "&" * 49_000,
        "<" * 49_000,
        "\\" * 49_000 + "[^",
        "![" * 24_000,
        "*a*" * 16_000,
        "".join("`" * length + " " for length in range(1, 300)),
        "[a]: b '" + "\n".join("x" * 100 for _ in range(9_990)),
        "[a](b " * 16_000,
        "a\n" * 9_999,
        "- a\n" * 9_999,
        f"{'|a' * 20}|\n{'|-' * 20}|\n" + "|x|\n" * 900,
        (">" * 16 + " a\n\n") * 2_900,
        ("- " * 19 + "a\n\n") * 2_900,
    ],
)
def test_read_or_refused_soon(article, body):
    begun = time.process_time()
    with suppress(package.Refused):
        article(body)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    "front_matter",
    [
        "a: " + "[" * 30_000,
        "a: " + "{a: " * 5_000,
        "- " * 16_000,
        "".join(f"a{n}: {{b: c}}\n" for n in range(2_000)),
        "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]",
        "summary: " + "a\n " * 10_000,
        '"' + "\\x41" * 8_000,
        "%YAML " + "9" * 5_000,
    ],
)
def test_front_matter_refused_soon(article, refusal, front_matter):
    begun = time.process_time()

    assert refusal(article, "", f"kind: knowledge-support\n{front_matter}")[0] is not None
    assert time.process_time() - begun < SECONDS
