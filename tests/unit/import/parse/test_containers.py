"""The `:::` syntax: names, attributes, nesting and closing."""

import pytest


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("x\n\n::: fakta\ny\n:::", 8, "`::: fakta` is not a container; allowed: primary, spec"),
        ('::: title="x"\ny\n:::', 6, "a container needs a name"),
        ("::: facts titel=x\ny\n:::", 6, "`titel` is unknown on `::: facts`; allowed: title"),
        ("::: links src=x\ny\n:::", 6, "`src` is unknown on `::: links`; allowed: title"),
        ("::: facts Om starr\ny\n:::", 6, "`Om starr` is not an attribute; write it as"),
        ('::: facts title="Om starr\ny\n:::', 6, "is not an attribute"),
        ("::: facts title=”Om\ny\n:::", 6, "is not an attribute"),
        ('::: facts title="a"x\ny\n:::', 6, "is not an attribute"),
        ("::: facts title=a title=b\ny\n:::", 6, "`title` is given twice"),
        ("a\n\n::: facts\nb", 8, "`::: facts` is never closed; close it with `:::`"),
        ("::: primary\n::: facts\nb\n:::", 6, "`::: primary` is never closed"),
        (":::: facts\nb\n:::", 6, "`:::: facts` is never closed; close it with `::::`"),
        ("::: facts\n```\nkod\n:::", 6, "`::: facts` is never closed"),
        ("a\n\n:::\n", 8, "closes nothing"),
        ("::: facts\na\n:::\n:::", 9, "closes nothing"),
        ("::: facts\n- a\n  :::\n\n:::", 8, "inside a list, quote or footnote"),
        ("::: facts\n> a\n> :::\n\n:::", 8, "inside a list, quote or footnote"),
        ("- a\n\n  ::: facts\n  b\n  :::", 8, "a container cannot stand inside"),
        ("> ::: facts\n> b\n> :::", 6, "a container cannot stand inside"),
        ("::: facts\n::: warning\na\n:::\n:::", 7, "a container cannot stand inside"),
        ("::: primary\n::: specialised\na\n:::\n:::", 7, "cannot stand inside `::: primary`"),
        ("::: supplement at=a\nb\n:::", 6, "stands in files with `kind: supplement`"),
    ],
)
def test_refusals(article, refusal, body, line, part):
    found = refusal(article, body)

    assert found[0] == line
    assert part in found[1]


@pytest.mark.parametrize(
    "body",
    [
        "::: primary\n::: facts\na\n:::\n:::",
        ":::: primary\n::: facts\na\n:::\n::::",
        "::: primary\n:::: facts\na\n::::\n:::",
        "::: primary\n::: facts\na\n:::::\n::::",
        "  ::: primary\n ::: facts\na\n :::\n   :::  ",
    ],
)
def test_a_fence_closes_the_innermost(blocks, body):
    (block,) = blocks(body)

    assert (block.type, block.html, block.care_levels) == ("facts", "<p>a</p>", ("primary",))


def test_a_fence_ends_a_paragraph_a_list_and_a_quote(blocks):
    found = blocks("a\n::: facts\n- b\n:::\n> c\n::: facts\nd\n:::\ne")

    assert [block.type for block in found] == ["text", "facts", "text", "facts", "text"]


def test_in_fenced_code_it_is_code(blocks):
    (block,) = blocks("::: facts\n```\n:::\n::: x\n```\n:::")

    assert block.html == "<pre><code>:::\n::: x\n</code></pre>"


def test_the_first_fault_by_line_is_named(article, refusal):
    body = "[^x]\n\n# A\n\n::: nej\n:::\n\n:::"

    assert refusal(article, body)[0] == 6
    assert refusal(article, body.removeprefix("[^x]"))[0] == 8
