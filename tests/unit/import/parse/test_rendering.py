"""Rendering: what is written says the same when it is read again."""

import importlib

import pytest

renderer = importlib.import_module("import.render")

EVERYTHING = """Ingress med [länk][l].

## Ett *två* `tre` \\# &amp; {#ett}

- a
- b

* c

<!-- -->

    kod

::: primary
x

- d
:::

::: primary
- e
:::

![alt](bild.png "Text")

### Tom

## Ett

::: facts title="Å \\"b\\""
Fakta.[^n]
:::

::: video src=https://e.se/v?a=1&b captions=a.vtt
:::

  [^n]: Not med [länk][l].

      Andra stycket.

[l]: <https://e.se/?a=1&amp;b=2> "T"
"""

FRONT_MATTER = """kind: youth-page
key: "1"
title: "No: #1 \\\\ \\"x\\" \\u00a0y"
summary: Ja
diagnosis_codes: [H25-H28, H36.0*]
programme_area: "2022"
care_levels: [primary]
approved: {date: 2022-01-10, by: "NPO, öga"}
review_by: 2025-01-10
counterpart: "on"
keywords: ["a, b", "[c]", "~"]
ages: {min: 0, max: 12}
reading: alone
perspective: patient
adaptations: [x]
change_class: safety
change_note: "'"
language: sv-x-lattlast"""


def test_an_article_with_everything(article, assert_survives_rendering):
    assert_survives_rendering(article(EVERYTHING, FRONT_MATTER))


def test_supplements(supplement, assert_survives_rendering):
    file = supplement(
        "::: supplement at=b after=2 care_levels=primary\n- a[^2][^1]\n\n[^2]: två\n\n- b\n:::\n"
        "::: supplement at=b\n:::: specialised\n::: facts\nx[^1]\n:::\n::::\n:::\n\n[^1]: ett"
    )

    assert_survives_rendering(file)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "## A",
        "- a\n\n[x]: y\n\n- b",
        "- a\n\n[^1]: y\n\n    b\n\n- c\n  d",
        "    a\n\n<!-- -->\n\n    b",
        "- a\n\n<!-- -->\n\n  b",
        "> a\n\n> b",
        "a\n\n***\n\n```\nb\n```",
        "x[^1]\n\n[^1]: [a][b]\n[b]: c",
        "[a b]: c 'd\ne'\n\n[A  B]",
        "a\\\n[^1]\n\n[^1]: b",
    ],
)
def test_bodies(article, assert_survives_rendering, body):
    assert_survives_rendering(article(body))


def test_the_canonical_form(article):
    text = renderer.render(
        article(
            "Hej.\n\n# ".replace("# ", "## Rubrik: A_b")
            + "\n:::primary\nX[^1]\n\n- y\n:::\n[^1]: Z"
        )
    )

    assert text == (
        "---\nkind: knowledge-support\nkey: katarakt\nlanguage: sv\ntitle: Katarakt\n"
        "change_class: substantive\n---\nHej.\n\n## Rubrik: A\\_b {#rubrik-a-b}\n\n"
        "::: primary\nX[^1]\n\n- y\n:::\n\n[^1]: Z\n"
    )
