"""Front matter: what is read from it, and on which line it is refused."""

from datetime import date

import pytest

from content_models.regions import REGIONS

BASE = "kind: knowledge-support\nkey: a\ntitle: T\n"
YOUTH = "kind: youth-page\nkey: a\ntitle: T\n"
SUPPLEMENT = "kind: supplement\narticle: a\n"


@pytest.mark.parametrize(
    ("front_matter", "line", "part"),
    [
        ("key: a\ntitle: T", 1, "`kind` is missing; allowed: knowledge-support, citizen-article"),
        ("kind: start-page\nkey: a", 1, "`title` is missing"),
        ("kind: blog\nkey: a", 2, "`kind: blog` is not a kind; allowed: knowledge-support"),
        ("kind: [a]\nkey: a", 2, "is not a kind"),
        ("kind: knowledge-support\ntitle: T", 1, "`key` is missing"),
        ("kind: knowledge-support\nkey: a\ntitle:", 4, "`title` is empty"),
        ('kind: knowledge-support\nkey: a\ntitle: " "', 4, "`title` is empty"),
        (BASE + "auhtor: x", 5, "`auhtor` is unknown; a knowledge-support may have: kind, lang"),
        (BASE + "summary: [a]", 5, "`summary`: must be text"),
        (BASE + "keywords: a", 5, "`keywords` must be a list"),
        (BASE + "keywords:\n  - a\n  - a", 5, "`a` is named twice"),
        (BASE + "approved: 2022-01-10", 5, "`approved` must be members"),
        (BASE + "approved: {date: 2022-01-10}", 5, "`approved.by` is missing"),
        (BASE + "approved:\n  date: 2022-02-30\n  by: N", 6, "the date 2022-02-30 does not exist"),
        (BASE + "approved: {date: 2022-01-10, by: N, on: x}", 5, "allowed: date, by"),
        (BASE + "review_by: 2022-02-30", 5, "does not exist"),
        (BASE + "review_by: 20220210", 5, "write it as YYYY-MM-DD"),
        (BASE + "review_by: 1641772800", 5, "write it as YYYY-MM-DD"),
        (BASE + "diagnosis_codes: [H25, 25H]", 5, "`25H` is not a diagnosis code"),
        (BASE + "diagnosis_codes:\n  - H25\n  - h25", 7, "`h25` is not a diagnosis code"),
        (BASE + "diagnosis_codes: [H269, H26.9]", 5, "`H26.9` is named twice"),
        (BASE + "care_levels: [tertiary]", 5, "allowed: primary, specialised"),
        (BASE + "language: de", 5, "allowed: sv, en, fi, se, sv-x-lattlast"),
        (BASE + "change_class: big", 5, "allowed: editorial, substantive, safety"),
        (BASE + "counterpart: Grå", 5, "`Grå` is not a key"),
        (BASE + "counterpart: a", 5, "is the article itself"),
        (BASE + "ages: {min: 1, max: 2}", 5, "`ages` is only for `kind: youth-page`"),
        (BASE + "reading: alone", 5, "`reading` is only for `kind: youth-page`"),
        (YOUTH + "ages: {min: 12, max: 7}", 5, "min 12 is above max 7"),
        (YOUTH + "ages: {min: 7}", 5, "`ages.max` is missing"),
        (YOUTH + "ages: {min: 0, max: 26}", 5, "`26` is not an age; allowed: 0 to 25"),
        (YOUTH + "ages: {min: -1, max: 5}", 5, "is not an age"),
        (YOUTH + "reading: aloud", 5, "allowed: alone, with-adult"),
        (YOUTH + "perspective: doctor", 5, "allowed: patient, relative"),
        (SUPPLEMENT + 'region: "02"', 4, '`02` is not a region; allowed: "01" stockholm'),
        (SUPPLEMENT + "region: norge", 4, "`norge` is not a region"),
        (SUPPLEMENT + 'region: "14"\ntitle: T', 5, "a supplement may have: kind, language"),
        (SUPPLEMENT, 1, "`region` is missing"),
        (BASE + "title: U", 5, "`title` is given twice"),
        (BASE + "summary: &a x\nchange_note: *a", 5, "the YAML anchor `&a` is not allowed"),
        (BASE + "summary: *a", 5, "the YAML alias `*a` is not allowed"),
        (BASE + "summary: !!python/name:os.system x", 5, "the YAML tag"),
        (BASE + "<<: {summary: x}", 5, "`<<` is unknown"),
        (BASE + "? [a]\n: b", 5, "a member's name must be plain text"),
        (BASE + "keywords: [[[[[[[[[a]]]]]]]]]", 5, "nested more than"),
        (BASE + "summary: 'x", 5, "not valid YAML"),
        (BASE + "summary: a: b", 5, "not valid YAML"),
        (BASE + "summary: \x01", 5, "a character that cannot be seen, U+0001"),
        (BASE + r'summary: "\0"', 5, "a control character"),
        (BASE + r'summary: "\ud800"', 5, "a control character"),
        (
            BASE + r'summary: "Ta \u202e10 mg"',
            5,
            "`summary`: holds a character that cannot be seen, U+202E",
        ),
        (BASE + r'keywords: [a, "\u202a"]', 5, "cannot be seen, U+202A"),
        (BASE + r'summary: "\UFFFFFFFF"', 5, "a character code that does not exist"),
        ("- a", 1, "must be members"),
        ("", 1, "must be members"),
        ("kind: knowledge-support\nkey: a\ntitle: " + "x" * 256, 4, "longer than 255 characters"),
    ],
)
def test_refusals(article, refusal, front_matter, line, part):
    found = refusal(article, "", front_matter.rstrip("\n"))

    assert found[0] == line
    assert part in found[1]


@pytest.mark.parametrize("key", ["Katarakt", "grå", "a b", "-a", "a_b", "a/b", "a" * 101])
def test_keys_that_are_not(article, refusal, key):
    line, message = refusal(article, "", f"kind: knowledge-support\nkey: {key}\ntitle: T")

    assert line == 3
    assert "is not a key; allowed: lower-case letters a-z, digits and hyphens" in message


@pytest.mark.parametrize(
    ("written", "code"),
    [("14", "14"), ('"14"', "14"), ("09", "09"), ("01", "01"), ("1", "01"), ("9", "09")]
    + [(region.slug, region.code) for region in REGIONS]
    + [(f'"{region.code}"', region.code) for region in REGIONS],
)
def test_regions_as_editors_write_them(supplement, written, code):
    file = supplement("::: supplement at=a\nx\n:::", f"{SUPPLEMENT}region: {written}")

    assert file.region == code


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("H25", "H25"),
        ("H26.9", "H26.9"),
        ("H269", "H26.9"),
        ("H25-P", "H25-P"),
        ("E103+", "E10.3+"),
        ("H36.0*", "H36.0*"),
        ("M05.3†", "M05.3†"),
        ("S82.10", "S82.10"),
        ("W010A-P", "W01.0A-P"),
        ("H25-H28", "H25-H28"),
    ],
)
def test_diagnosis_codes(article, written, normal):
    assert article("", f"{BASE}diagnosis_codes: ['{written}']").diagnosis_codes == (normal,)


def test_what_yaml_would_take_for_something_else_stays_text(article):
    found = article("", "kind: citizen-article\nkey: 007\ntitle: No\nkeywords: [on, 1e3, ~x]")

    assert (found.key, found.title, found.keywords) == ("007", "No", ("on", "1e3", "~x"))


def test_defaults(article):
    found = article("", BASE + "summary:\nkeywords: []\napproved: null")

    assert (found.language, found.change_class, found.summary) == ("sv", "substantive", "")
    assert (found.approved, found.review_by, found.counterpart) == (None, None, None)
    assert (found.diagnosis_codes, found.care_levels, found.keywords) == ((), (), ())
    assert found.lines == {
        "kind": 2, "key": 3, "title": 4, "summary": 5, "keywords": 6, "approved": 7
    }  # fmt: skip


def test_a_youth_page(article):
    found = article(
        "",
        YOUTH + "ages: {min: 7, max: 12}\nreading: with-adult\nperspective: relative\n"
        "adaptations: [bildstöd]\nreview_by: '2030-01-02'",
    )

    assert (found.ages.min, found.ages.max) == (7, 12)
    assert (found.reading, found.perspective) == ("with-adult", "relative")
    assert found.adaptations == ("bildstöd",)
    assert found.review_by == date(2030, 1, 2)


def test_care_levels_come_in_the_vocabularys_order(article):
    found = article("", BASE + "care_levels: [specialised, primary]")

    assert found.care_levels == ("primary", "specialised")
