"""Bytes: encodings, line ends, size and the front matter's fences."""

import importlib
import unicodedata

import pytest

package = importlib.import_module("import.parse")

ARTICLE = "---\nkind: knowledge-support\nkey: a\ntitle: Å\n---\n## Ögon\n\nText.\n"


@pytest.mark.parametrize(
    ("content", "line", "part"),
    [
        (b"", 1, "must begin with front matter"),
        (b"## Text", 1, "must begin with front matter"),
        (b"---\nkind: x\n", 1, "never closed"),
        (ARTICLE.encode("latin-1"), 4, "the byte 0xc5 is not UTF-8"),
        (ARTICLE.replace("Text", "Te\0xt").encode(), 8, "NUL"),
        (ARTICLE.replace("\n", "\r\n").encode("utf-16"), 1, "NUL"),
        (b"a" * (package.MAX_BYTES + 1), None, "larger than 1048576 bytes"),
        (f"---\ntitle: {'x' * 40000}\n---\n".encode(), 1, "front matter is longer than"),
    ],
)
def test_refusals(refusal, content, line, part):
    found = refusal(package.parse, content, path="a.md")

    assert found[0] == line
    assert part in found[1]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_make_no_difference(newline, mark):
    content = (mark + ARTICLE).replace("\n", newline).encode()

    assert package.parse(content, path="") == package.parse(ARTICLE.encode(), path="")


def test_letters_written_as_two_characters_are_the_same_letters():
    decomposed = unicodedata.normalize("NFD", ARTICLE).encode()

    assert package.parse(decomposed, path="") == package.parse(ARTICLE.encode(), path="")


def test_other_separators_are_not_line_ends(article, refusal):
    assert refusal(article, "a\u2028b\x85c\n\n# e")[0] == 8


def test_a_message_is_one_printable_line(article, refusal):
    message = refusal(article, "::: \x1b[31m\u2028x\n:::")[1]

    assert message.isprintable()
