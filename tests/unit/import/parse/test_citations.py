"""Citations, footnotes, and text that only looks like a citation."""

import importlib

import pytest

package = importlib.import_module("import.parse.citations")

NOTES = "\n\n[^1]: Ett.\n[^å-b.c_2]: Två."


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("a[^1]", "<p>a[^1]</p>"),
        ("a[^1][^å-b.c_2]", "<p>a[^1][^å-b.c_2]</p>"),
        ("*a[^1]*", "<p><em>a[^1]</em></p>"),
        ("a[^1](x)", "<p>a[^1](x)</p>"),
        ("a \\[^1]", "<p>a \\[^1]</p>"),
        ("a &#91;^1]", "<p>a \\[^1]</p>"),
        ("a [\\^1]", "<p>a \\[^1]</p>"),
        ("a \\\\[^1]", "<p>a \\\\[^1]</p>"),
        ("a \\\\\\[^1]", "<p>a \\\\\\[^1]</p>"),
        ("a \\\\\\\\[^1]", "<p>a \\\\\\\\[^1]</p>"),
        ("a [^", "<p>a \\[^</p>"),
        ("a \\\\ b", "<p>a \\ b</p>"),
        ("a ^[b]", "<p>a ^[b]</p>"),
        ("`[^9]`", "<p><code>[^9]</code></p>"),
        ("    [^9]", "<pre><code>[^9]\n</code></pre>"),
        ("```\n\\[^9]\n```", "<pre><code>\\[^9]\n</code></pre>"),
        ("[a](</b[^1]>)", '<p><a href="/b%5B%5E1%5D">a</a></p>'),
    ],
)
def test_in_html(blocks, written, html):
    assert [block.html for block in blocks(written + NOTES)] == [html]


@pytest.mark.parametrize(
    ("written", "text", "cited"),
    [
        ("a[^1]", "a", ["1"]),
        ("a\\[^1]", "a[^1]", []),
        ("a\\\\[^1]", "a\\", ["1"]),
        ("a\\\\\\[^1]", "a\\[^1]", []),
        ("a\\\\\\\\[^1]", "a\\\\", ["1"]),
    ],
)
def test_a_renderer_can_tell_them_apart(blocks, written, text, cited):
    """What a renderer does with a block's HTML gives back what the editor meant."""
    found = []

    def number(match):
        backslashes = len(match["backslashes"])
        if backslashes % 2:
            return "\\" * (backslashes // 2) + f"[^{match['label']}]"
        found.append(match["label"])
        return "\\" * (backslashes // 2)

    (block,) = blocks(written + NOTES)
    rendered = package.CITATION_IN_HTML.sub(number, block.html)

    assert (rendered, found) == (f"<p>{text}</p>", cited)


@pytest.mark.parametrize(
    ("definition", "html"),
    [
        ("[^1]: Ett *två* <https://e.se>", 'Ett <em>två</em> <a href="https://e.se">https://e.se</a>'),
        ("[^1]: Ett\n    två\n\n    Tre", "Ett\ntvå<br>Tre"),
        ("[^1]: Ett\ntvå", "Ett\ntvå"),
        ("[^1]:\n    Ett", "Ett"),
        ("[^1]: \\[^1]", "\\[^1]"),
        ("[^1]: <b> & \"c\"", "&lt;b&gt; &amp; \"c\""),
    ],
)  # fmt: skip
def test_definitions(article, definition, html):
    (reference,) = article(f"x\n\n{definition}\n\n## A\n").references

    assert (reference.html, reference.source, reference.line) == (html, definition, 8)


def test_references_are_all_definitions_in_source_order(article):
    found = article("[^b]: B\n\nx[^a]\n\n::: primary\ny\n\n  [^c]: C\n:::\n\n[^a]: A")

    assert [reference.label for reference in found.references] == ["b", "c", "a"]
    assert found.references[1].source == "[^c]: C"


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("a\nb\nc[^1]", 8, "`[^1]` has no footnote; define it as `[^1]: …`"),
        ("a `b\nc`\n[^1]", 8, "`[^1]` has no footnote"),
        ("|a|\n|-|\n|[^1]|", 8, "`[^1]` has no footnote"),
        ("::: facts\n- a[^1]\n:::", 7, "`[^1]` has no footnote"),
        ("a[^b c]", 6, "`[^b c]` is not a citation's label; allowed: letters, digits"),
        ("a[^b/c]", 6, "is not a citation's label"),
        ("a\n\n[^b c]: d", 8, "`[^b c]` is not a footnote's label"),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", 10, "`[^1]` is defined twice, first on line 8"),
        ("a\n\n[^1]: b[^2]\n[^2]: c", 8, "a citation cannot stand inside a footnote"),
        ("a\n\n[^1]:\n", 8, "the footnote `[^1]` is empty"),
        ("a\n\n[^1]: - b", 8, "a footnote holds paragraphs only"),
        ("a\n\n[^1]: b\n\n        kod", 10, "a footnote holds paragraphs only"),
        ("a\n\n[^1]: ![b](c.png)", 8, "an image stands alone"),
        ("- a\n\n  [^1]: b", 8, "a footnote's definition cannot stand inside"),
        ("> [^1]: b", 6, "a footnote's definition cannot stand inside"),
        ("::: facts\na\n\n[^1]: b\n:::", 9, "a footnote's definition cannot stand inside"),
        ("".join(f"[^{n}]: a\n" for n in range(1001)), 1006, "more than 1000 footnotes"),
    ],
)
def test_refusals(article, refusal, body, line, part):
    found = refusal(article, body)

    assert found[0] == line
    assert part in found[1]
