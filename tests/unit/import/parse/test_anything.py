"""Whatever the bytes: values or a refusal, safe HTML, and the same again after rendering."""

import importlib
import re
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

package = importlib.import_module("import.parse")
source = importlib.import_module("import.source")

TAGS = frozenset(
    "p br h4 h5 h6 strong em code pre blockquote hr ul ol li a table thead tbody tr th td".split()  # noqa: SIM905
)
VOID = frozenset({"br", "hr"})
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
MODEST = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

INLINE = [
    "a", "ord å", " ", "*", "**", "_", "`", "``", "\\", "\\[^1]", "\\\\[^1]", "[^1]", "[^2]",
    "[", "]", "(", ")", "[l](http://e.se)", "[l](javascript:x)", "[l][r]", "[r]", "<http://[::1]>",
    "<a@e.se>", "<script>alert(1)</script>", "<b onclick=x>", "<!-- c -->", "&amp;", "&#91;^1]",
    "< 5", "|", "!", "![a](b.png)", "{#x}", "#", "\u2028", "\u00a0", "\x0b", '"', "http://xn--/",
]  # fmt: skip
BLOCKS = [
    "\n", "\n\n", "\n\n", "- ", "* ", "1. ", "2) ", "> ", "    ", "\t", "## A\n", "## A {#id}\n",
    "### *U* `c` {#u-1}\n", "#### h\n", "***\n", "---\n", "```\n", "~~~\n", "|a|b|\n|-|-|\n|c|d|\n",
    "\n\n![a](b.png \"c\")\n\n", "- a\n- b\n\n", "\n\n[^1]: ett\n\n",
    "\n\n  [^2]: två [r]\n\n    b\n",
    "\n[r]: http://e.se/?a=1&amp;b 'T&amp;\"'\n", "::: facts title=\"T\"\n", "::: primary\n",
    "::: specialised\n", "::: links\n", ":::: warning\n", ":::\n", "::::\n",
    "::: primary\nx\n:::\n",
    "::: facts\nx [^1]\n:::\n", "::: document src=a.pdf\n:::\n", "::: supplement at=x\n", "# h\n",
]  # fmt: skip
WHOLE = [
    "stycke [^1]\n\n", "- a\n- b\n\n", "* c [r]\n\n", "    kod\n\n", "  indraget\n\n",
    "> citat\n\n",
    "|a|\n|-|\n|c [^2]|\n\n", "![alt](f.png)\n\n", "<!-- k -->\n\n", "## Rubrik *x*\n", "### U\n",
    "::: facts\ntext [r]\n\n- x\n:::\n", "::: primary\npara\n\n- x\n:::\n", "```\n::: kod\n```\n",
    "::: specialised\n::: warning\nx\n:::\n\n    kod\n:::\n", "***\n\n", "-\n\n", "+ a\n\n  b\n\n",
    "[^3]: tre\n", "  [^4]: fyra\n\n    till\n", "[r]: http://e.se\n",
]  # fmt: skip
YAML = [
    "kind", "key", "title", ":", ": ", "\n", " ", "- ", "[", "]", "{", "}", "&a", "*a", "!!x",
    "'", '"', "|", ">", "?", "#", "%", "~", "\\U0011FFFF", "\x01", "---", "...", "<<",
    "knowledge-support", "youth-page", "supplement", "region", "09", "approved", "ages",
]  # fmt: skip

ARTICLE = "---\nkind: knowledge-support\nkey: a\ntitle: T\n---\n"
SUPPLEMENT = "---\nkind: supplement\narticle: a\nregion: skane\n---\n"
DEFINITIONS = "\n\n[^1]: ett\n[^2]: två\n\n[r]: /r\n"


def parts(*pools, most=25):
    return st.lists(st.sampled_from([part for pool in pools for part in pool]), max_size=most).map(
        "".join
    )


def outcome(content):
    try:
        return package.parse(content, path="a.md")
    except package.Refused as error:
        refused = error
    assert refused.message.isprintable()
    lines = len(re.split(b"\r\n?|\n", content))
    assert refused.line is None or 1 <= refused.line <= lines
    return None


@MODEST
@given(st.binary(max_size=300))
def test_any_bytes(content):
    outcome(content)
    outcome(ARTICLE.encode() + content)
    outcome(b"---\n" + content + b"\n---\n")


@MODEST
@given(st.text(max_size=200))
def test_any_text(text):
    outcome((ARTICLE + text).encode("utf-8", "ignore"))


@MODEST
@given(parts(YAML, most=40))
def test_any_front_matter(text):
    outcome(f"---\n{text}\n---\n".encode())
    outcome(f"---\nkind: youth-page\nkey: a\ntitle: T\n{text}\n---\n".encode())


@MODEST
@given(parts(INLINE, BLOCKS), st.sampled_from([ARTICLE, SUPPLEMENT]))
def test_any_markdown(assert_survives_rendering, body, front_matter):
    check(outcome((front_matter + body).encode()), assert_survives_rendering)


@MODEST
@given(parts(INLINE))
def test_any_inline_markdown(assert_survives_rendering, body):
    check(outcome((ARTICLE + body + DEFINITIONS).encode()), assert_survives_rendering)


@MODEST
@given(parts(WHOLE, most=12))
def test_any_order_of_whole_blocks(assert_survives_rendering, body):
    check(outcome((ARTICLE + body + DEFINITIONS).encode()), assert_survives_rendering)


@MODEST
@given(parts(WHOLE, INLINE, most=12))
def test_any_supplement(assert_survives_rendering, body):
    file = f"{SUPPLEMENT}::: supplement at=b\n{body}\n:::\n{DEFINITIONS}"
    check(outcome(file.encode()), assert_survives_rendering)


def check(found, assert_survives_rendering):
    if found is None:
        return
    for html in htmls(found):
        assert "<script" not in html
        Strict().check(html)
    assert_survives_rendering(found)


def htmls(found):
    if isinstance(found, source.ArticleSource):
        holders = [*found.sections, found]
    else:
        holders = [*found.supplements]
    for holder in holders:
        yield from (block.html for block in getattr(holder, "blocks", ()))
        yield from (reference.html for reference in getattr(holder, "references", ()))


class Strict(HTMLParser):
    """Fails on tags, attributes and addresses that are not allowed, and on what is unbalanced."""

    def __init__(self):
        super().__init__()
        self.open = []

    def check(self, html):
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS
        for name, value in attrs:
            assert (tag, name) in {("a", "href"), ("ol", "start")}
            scheme = SCHEME.match(value)
            assert scheme is None or scheme[0].lower() in ("http:", "https:", "mailto:", "tel:")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
