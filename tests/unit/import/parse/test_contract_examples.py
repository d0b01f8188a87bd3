"""The two files that the contract shows, word for word."""

import importlib
from datetime import date

package = importlib.import_module("import.parse")
source = importlib.import_module("import.source")

ARTICLE = """---
kind: knowledge-support
key: katarakt
language: sv                     # default sv
title: Katarakt
summary: Kort beskrivning.
diagnosis_codes: [H25, H26.9]
programme_area: Ögonsjukdomar
care_levels: [primary, specialised]
approved: {date: 2022-01-10, by: Nationellt programområde ögonsjukdomar}
review_by: 2025-01-10
counterpart: gra-starr           # the article for the other audience
keywords: [starr, linsgrumling]
change_class: substantive        # editorial | substantive | safety; default substantive
change_note: Ny rekommendation om operation av båda ögonen.
---
## Omfattning av kunskapsstödet {#omfattning}

Text with a citation.[^1]

::: specialised
Only shown for specialised care.
:::

## Utredning {#utredning}

Första stycket.

Andra stycket.

[^1]: Socialstyrelsen. Title. 2019. <https://example.org>
"""

SUPPLEMENT = """---
kind: supplement
article: katarakt
language: sv
region: "14"
approved: {date: 2022-02-06, by: Västra Götalandsregionen}
---
::: supplement at=utredning after=1
Regional text, shown after the first block of the section *Utredning*. Its id is `utredning` (`utredning-2` for the next one there) unless given as `id=…`.
:::

::: supplement at=behandling
Without `after`, at the section's end.
:::
"""  # noqa: E501


def test_an_article(assert_survives_rendering):
    article = package.parse(ARTICLE.encode(), path="katarakt.md")

    assert article.path == "katarakt.md"
    assert (article.kind, article.key, article.language) == ("knowledge-support", "katarakt", "sv")
    assert article.diagnosis_codes == ("H25", "H26.9")
    assert article.care_levels == ("primary", "specialised")
    assert article.approved == source.Approved(
        date=date(2022, 1, 10), by="Nationellt programområde ögonsjukdomar"
    )
    assert article.review_by == date(2025, 1, 10)
    assert article.counterpart == "gra-starr"
    assert article.keywords == ("starr", "linsgrumling")
    assert article.change_note == "Ny rekommendation om operation av båda ögonen."
    assert article.lines["diagnosis_codes"] == 7
    assert [(s.id, s.title, s.level, s.line) for s in article.sections] == [
        ("omfattning", "Omfattning av kunskapsstödet", 2, 17),
        ("utredning", "Utredning", 2, 25),
    ]
    scope, work_up = article.sections
    assert [(b.type, b.html, b.care_levels, b.line) for b in scope.blocks] == [
        ("text", "<p>Text with a citation.[^1]</p>", (), 19),
        ("text", "<p>Only shown for specialised care.</p>", ("specialised",), 22),
    ]
    assert [b.source for b in work_up.blocks] == ["Första stycket.", "Andra stycket."]
    (reference,) = article.references
    assert (reference.label, reference.line) == ("1", 31)
    assert reference.html == (
        'Socialstyrelsen. Title. 2019. <a href="https://example.org">https://example.org</a>'
    )
    assert_survives_rendering(article)


def test_a_regions_supplements(assert_survives_rendering):
    file = package.parse(SUPPLEMENT.encode(), path="14/katarakt.md")

    assert (file.article, file.language, file.region) == ("katarakt", "sv", "14")
    assert file.approved == source.Approved(date=date(2022, 2, 6), by="Västra Götalandsregionen")
    assert [(s.id, s.at, s.after, s.care_levels, s.line) for s in file.supplements] == [
        ("utredning", "utredning", 1, None, 8),
        ("behandling", "behandling", None, None, 12),
    ]
    assert file.supplements[1].blocks[0].html == (
        "<p>Without <code>after</code>, at the section's end.</p>"
    )
    assert_survives_rendering(file)
