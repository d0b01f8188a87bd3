"""Headings → sections."""

import pytest


@pytest.fixture
def outline(article):
    def of(body):
        found = article(body).sections
        return [(s.id, s.title, s.level, [b.source for b in s.blocks]) for s in found]

    return of


def test_flat_and_in_order_with_what_comes_first_as_the_lead(outline):
    body = "Först.\n\n## Ett {#ett}\nA.\n\nB.\n### Två {#tva}\n#### Djupare\n\n## Tre {#tre}"

    assert outline(body) == [
        ("ingress", "", 2, ["Först."]),
        ("ett", "Ett", 2, ["A.", "B."]),
        ("tva", "Två", 3, ["#### Djupare"]),
        ("tre", "Tre", 2, []),
    ]


@pytest.mark.parametrize(
    ("heading", "id_", "title"),
    [
        ("## Översikt & råd", "oversikt-rad", "Översikt & råd"),
        ("## Idé Å Ä Ö", "ide-a-a-o", "Idé Å Ä Ö"),
        ("## *Viktigt* `om` [länk](x) \\*", "viktigt-om-lank", "Viktigt om länk *"),
        ("## ???", "avsnitt", "???"),
        ("## 2019", "2019", "2019"),
        ("## Sluten ## {#egen-1}", "egen-1", "Sluten ##"),
        ("## Text \\{#inte}", "text-inte", "Text {#inte}"),
        ("Understruken\n---", "understruken", "Understruken"),
        ("## " + "lång " * 40, ("lang-" * 16)[:-1], ("lång " * 40).strip()),
    ],
)
def test_ids_and_titles(outline, heading, id_, title):
    assert outline(heading) == [(id_, title, 2, [])]


def test_made_ids_are_unique_and_leave_given_ones_alone(outline):
    body = "## A\n\n## A\n\n## A\n\n## B {#a-2}\n\n## Ingress"

    assert [row[0] for row in outline(body)] == ["a", "a-3", "a-4", "a-2", "ingress"]


def test_the_leads_id_is_taken_where_there_is_a_lead(outline):
    assert [row[0] for row in outline("x\n\n## Ingress")] == ["ingress", "ingress-2"]


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("x\n\n# Ett", 8, "a heading of level 1"),
        ("Ett\n===", 6, "a heading of level 1"),
        ("> # Ett", 6, "a heading of level 1"),
        ("## A {#a}\n\n## B {#a}", 8, "the id `a` is used twice, first on line 6"),
        ("x\n\n## B {#ingress}", 8, "the id `ingress` is used twice"),
        ("## A {#Å}", 6, "`{#Å}` is not an id; allowed: lower-case letters"),
        ("## A {#}", 6, "is not an id"),
        ("## A {#-a}", 6, "is not an id"),
        ("## A {#a b}", 6, "is not an id"),
        ("#### A {#a}", 6, "only headings of level 2 and 3 are sections"),
        ("##", 6, "a heading without text"),
        ("## {#a}", 6, "a heading without text"),
        ("## A[^1]\n\n[^1]: x", 6, "a citation cannot stand in a section's heading"),
        ("## A ![b](c.png)", 6, "an image stands alone"),
        ("::: primary\n## A\n:::", 7, "close the container first"),
        ("::: facts\nx\n\n### A\n:::", 9, "close the container first"),
        ("> ## A", 6, "a heading of level 2 or 3 cannot stand inside"),
        ("- ## A", 6, "a heading of level 2 or 3 cannot stand inside"),
        ("## " + "x" * 256, 6, "longer than 255 characters"),
        ("## A\n" * 301, 306, "more than 300 sections"),
    ],
)
def test_refusals(article, refusal, body, line, part):
    found = refusal(article, body)

    assert found[0] == line
    assert part in found[1]
