"""Top-level nodes → blocks."""

import pytest


@pytest.mark.parametrize(
    ("body", "type_", "html"),
    [
        ("*a* **b** `c`", "text", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("a  \nb\\\nc", "text", "<p>a<br>\nb<br>\nc</p>"),
        ("#### A", "text", "<h4>A</h4>"),
        ("###### A", "text", "<h6>A</h6>"),
        ("> a", "text", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("```python\na < b\n```", "text", "<pre><code>a &lt; b\n</code></pre>"),
        ("    kod", "text", "<pre><code>kod\n</code></pre>"),
        ("***", "text", "<hr>"),
        ("- a\n- b", "list", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", "list", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("- [ ] a", "list", "<ul>\n<li>[ ] a</li>\n</ul>"),
        (
            "|a|b|\n|:-|-:|\n|c|d|",
            "table",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            "<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>",
        ),
    ],
)  # fmt: skip
def test_plain_nodes(blocks, body, type_, html):
    (block,) = blocks(body)

    assert (block.type, block.html, block.source, block.line) == (type_, html, body, 6)


@pytest.mark.parametrize(
    ("name", "line", "attributes"),
    [
        ("facts", '::: facts title="Fakta om \\"starr\\""', {"title": 'Fakta om "starr"'}),
        ("facts", "::: facts", {}),
        ("warning", "::: warning title=Obs", {"title": "Obs"}),
        ("exercise", ":::exercise  title=Andas ", {"title": "Andas"}),
        ("links", "::: links", {}),
        ("contact", "::: contact", {}),
    ],
)
def test_boxes_are_one_block_with_html(blocks, name, line, attributes):
    body = f"{line}\nEtt.\n\n- Två\n:::"
    (block,) = blocks(body)

    assert (block.type, block.attributes, block.source) == (name, attributes, body)
    assert block.html == "<p>Ett.</p>\n<ul>\n<li>Två</li>\n</ul>"


def test_documents_and_videos_are_their_attributes(blocks):
    document, video = blocks(
        "::: document src=filer/a.pdf title=Remiss\n:::\n\n"
        "::: video src=https://play.example.org/v?id=1&b captions=a.vtt transcript=a.txt\n:::"
    )

    assert (document.type, document.html) == ("document", "")
    assert document.attributes == {"src": "filer/a.pdf", "title": "Remiss"}
    assert video.attributes == {
        "src": "https://play.example.org/v?id=1&b",
        "captions": "a.vtt",
        "transcript": "a.txt",
    }


def test_images(blocks):
    told, decorative, by_reference = blocks(
        '![Ett *öga*](bilder/%C3%B6ga.png "Bild: Å & Ö")\n\n![](a.png)\n\n![b][c]\n\n[c]: <d e.png>'
    )

    assert told.attributes == {
        "src": "bilder/öga.png", "alt": "Ett öga", "caption": "Bild: Å & Ö"
    }  # fmt: skip
    assert (told.type, told.html) == ("image", "")
    assert decorative.attributes == {"src": "a.png", "alt": ""}
    assert by_reference.attributes == {"src": "d e.png", "alt": "b"}
    assert by_reference.source == "![b][c]\n\n[C]: <d%20e.png>"


def test_the_children_of_a_care_level_are_blocks_with_it(blocks):
    found = blocks("a\n\n::: primary\nb\n\n- c\n\n::: facts\nd\n:::\n\n![e](e.png)\n:::\n\nf")

    assert [(b.type, b.care_levels, b.source) for b in found] == [
        ("text", (), "a"),
        ("text", ("primary",), "b"),
        ("list", ("primary",), "- c"),
        ("facts", ("primary",), "::: facts\nd\n:::"),
        ("image", ("primary",), "![e](e.png)"),
        ("text", (), "f"),
    ]


@pytest.mark.parametrize("body", ["", "\n \n", "<!-- -->", "<!--\n-->", "[a]: /b"])
def test_what_says_nothing_is_no_block(blocks, body):
    assert blocks(body) == []


def test_links_by_reference_bring_their_definition(blocks):
    first, second = blocks('[a]: <https://e.se/?x=1&amp;y> "T"\n\nse [A]\n\nse b')

    assert first.html == '<p>se <a href="https://e.se/?x=1&amp;y">A</a></p>'
    assert first.source == 'se [A]\n\n[A]: <https://e.se/?x=1&amp;y> "T"'
    assert second.source == "se b"


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("text ![a](b.png)", 6, "an image stands alone in its own paragraph"),
        ("a\nb\n![a](b.png)", 8, "an image stands alone"),
        ("![a](b.png)\n![a](b.png)", 6, "an image stands alone"),
        ("[![a](b.png)](c)", 6, "an image stands alone"),
        ("- a\n- ![a](b.png)", 7, "an image stands alone"),
        ("|a|\n|-|\n|![a](b.png)|", 8, "an image stands alone"),
        ("::: facts\n![a](b.png)\n:::", 7, "an image stands alone"),
        ("#### ![a](b.png)", 6, "an image stands alone"),
        ("![a[^1]](b.png)\n\n[^1]: x", 6, "alternative text"),
        ("::: facts\n:::", 6, "`::: facts` is empty"),
        ("::: primary\n<!-- -->\n:::", 6, "`::: primary` is empty"),
        ("::: document src=a.pdf\nText\n:::", 7, "`::: document` holds no text"),
        ("::: video\n:::", 6, "`::: video` needs `src=…`"),
        ("```\nkod\n\n## A", 6, "the code block is never closed; close it with"),
        ("- ```\n  kod\n\nb", 6, "the code block is never closed"),
        ("[a]: /b\n\n[a]: /c", 8, "the link `[a]` is defined twice"),
        ("a\n\n" * 3001, 6006, "more than 3000 blocks"),
    ],
)
def test_refusals(article, refusal, body, line, part):
    found = refusal(article, body)

    assert found[0] == line
    assert part in found[1]


@pytest.mark.parametrize(
    "reference",
    [
        "../a.png",
        "a/../../b.png",
        "/etc/passwd",
        "//e.se/a.png",
        "a//b.png",
        "./a.png",
        ".hidden.png",
        "%2e%2e/a.png",
        "a%00.png",
        "a\\b.png",
        "C:/a.png",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "ftp://e.se/a.png",
        "https:///a.png",
        "x" * 256,
    ],
)
def test_files_stay_beside_the_markdown(article, refusal, reference):
    assert refusal(article, f"x\n\n![a](<{reference}>)")[0] == 8
    if "%" not in reference:
        for name in ("src", "captions", "transcript"):
            other = "" if name == "src" else "src=a.mp4 "
            found = refusal(article, f"::: video {other}{name}={reference}\n:::")
            assert found[0] == 6
            assert "or https://…" in found[1]


def test_images_are_never_fetched(article, refusal):
    line, message = refusal(article, "![a](https://e.se/a.png)")

    assert line == 6
    assert "a file beside the Markdown" in message
