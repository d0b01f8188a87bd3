"""HTML: what may be there, and that nothing an editor wrote goes missing."""

import pytest


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>"),
        ("<div>\na\n</div>", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>"),
        ("x <5 mg och y > 3 & z", "<p>x &lt;5 mg och y &gt; 3 &amp; z</p>"),
        ("\"citat\" 'ett'", "<p>\"citat\" 'ett'</p>"),
        ("&lt;b&gt; &copy; &amp;amp;", "<p>&lt;b&gt; © &amp;amp;</p>"),
        ("[a](https://e.se \"t\")", '<p><a href="https://e.se">a</a></p>'),
        ("[a](mailto:a@e.se)", '<p><a href="mailto:a@e.se">a</a></p>'),
        ("[a](tel:+46700000000)", '<p><a href="tel:+46700000000">a</a></p>'),
        ("[a](/b#c)", '<p><a href="/b#c">a</a></p>'),
        ("[a](#c)", '<p><a href="#c">a</a></p>'),
        ("<a@e.se>", '<p><a href="mailto:a@e.se">a@e.se</a></p>'),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("[a](JaVaScRiPt&#58;x)", "<p>[a](JaVaScRiPt:x)</p>"),
        ("[*a*](data:text/html,x)", "<p>[<em>a</em>](data:text/html,x)</p>"),
        ("<javascript:x>", "<p>&lt;javascript:x&gt;</p>"),
        ("[a][b]\n\n[b]: vbscript:x", "<p>[a](vbscript:x)</p>"),
        ("```<b>\n</code><script>\n```", "<pre><code>&lt;/code&gt;&lt;script&gt;\n</code></pre>"),
    ],
)  # fmt: skip
def test_html(blocks, written, html):
    assert [block.html for block in blocks(written)] == [html]
