"""The comparison as a page: nothing unescaped, in Swedish, with headings, marks and numbers."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from content_models.documents.comparison import compare
from content_models.templatetags.comparison import address, published
from tests.factories.documents import Json, article, block, cited, section, supplement

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
TEMPLATE = "content_models/comparison.html"


def rendered(
    before: str | None, after: str | None, *, language: str = "sv", **context: object
) -> str:
    level = context.pop("care_level", None)
    assert level is None or isinstance(level, str)
    with translation.override(language):
        found = compare(before, after, care_level=level)
        return render_to_string(TEMPLATE, {"comparison": found, **context})


class Page(HTMLParser):
    """The tags and attributes that a browser finds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update((name, value or "") for name, value in attrs)


def hostile(value: str) -> list[Json]:
    """Every type of block with a hostile text wherever it may stand."""
    titled = ("facts", "warning", "exercise", "links", "contact")
    return [
        *(block(kind, f"<p>{value}</p>", type=kind, title=value) for kind in titled),
        block("text", f'<p>{value}<a href="javascript:alert(1)">{value}</a></p>'),
        block("table", type="table", caption=value, html=f"<table><td>{value}</td></table>"),
        block("image", type="image", src="javascript:alert(1)", alt=value, caption=value),
        block("image2", type="image", src=f'/a.png" onerror="{value}', alt=f'" onerror="{value}'),
        block("video", type="video", src="javascript:alert(1)", title=value, captions=value),
        block("document", type="document", src="data:text/html,x", title=value),
        block("odd", type=f"odd{value}", surprise=value, **{value: value}),
        block(f"id{value}"),
    ]


@pytest.mark.parametrize("which", ["first", "gone", "changed", "added", "same section"])
def test_nothing_unescaped_slips_through(which: str) -> None:
    members = {
        **dict.fromkeys(("title", "summary", "programme_area", "counterpart"), HOSTILE),
        "diagnosis_codes": [HOSTILE],
        HOSTILE: {HOSTILE: HOSTILE},
    }
    bad = article(
        section("a", *hostile(f"{HOSTILE} nytt"), title=HOSTILE), references=(HOSTILE,), **members
    )
    old = article(section("a", *hostile("förr"), title="Förr"), references=("Förr.",))
    sides = {
        "first": (None, bad),
        "gone": (bad, None),
        "changed": (old, bad),
        "added": (article(), bad),
        "same section": (bad, bad.replace('"H25"', '"H26"').replace('"position"', '"x"')),
    }

    html = rendered(*sides[which])

    page = Page(html)
    assert not page.tags & {"script", "style", "iframe", "svg"}
    assert not {
        name for name, _value in page.attributes if name.startswith("on") or name == "style"
    }
    assert not {
        value
        for name, value in page.attributes
        if name in ("href", "src") and not value.startswith(("/", "#", "https:"))
    }


def test_it_speaks_swedish_and_english() -> None:
    before = article(section("a", block("1")), title="Förr")
    after = article(section("a", block("1", "<p>Ge 50 mg.</p>", care_levels=["primary"])))

    swedish, english = rendered(before, after), rendered(before, after, language="en")

    for words in ("Före", "Efter", "Ändrat", "Endast för", "Primärvård", "Ändring 1 av 2", "Titel"):
        assert words in swedish
    for words in (
        "Before",
        "After",
        "Changed",
        "Only for",
        "Primary care",
        "Change 1 of 2",
        "Title",
    ):
        assert words in english


def test_changes_are_numbered_and_can_be_focused() -> None:
    before = article(section("a", block("1"), block("2")), references=("En.", "Två källor, 2020."))
    after = article(
        section("a", block("2"), block("1", "<p>Nytt.</p>"), title="Ny"),
        section("b", block("3")),
        references=("Noll.", "Två källor, 2021.", "En."),
        title="Glaukom",
    )

    html = rendered(before, after)

    found = re.findall(r'id="change-(\d+)" tabindex="-1" data-change', html)
    assert found == [str(number) for number in range(1, compare(before, after).count + 1)]


def test_unchanged_sections_are_folded() -> None:
    before = article(section("a", block("1"), title="Samma"), title="Förr")

    html = rendered(before, article(section("a", block("1"), title="Samma")))

    folded = re.search(r"<details.*?</details>", html, re.DOTALL)
    assert folded is not None
    assert "Samma" in folded[0]
    assert "Oförändrade block: 1" in folded[0]


def test_a_first_document_is_marked_as_new_once() -> None:
    after = article(section("a", block("1"), block("2"), level=3), references=("En.",))

    html = rendered(None, after)

    assert html.count("Helt nytt") == 1
    assert html.count("data-change") == 1
    assert "Före" not in html
    assert not re.search("<(ins|del)", html)
    assert "<h4>Utredning</h4>" in html


def test_a_draft_can_be_read_without_being_called_new() -> None:
    html = rendered(None, article(section("a", block("1"))), is_reading=True)

    assert "Helt nytt" not in html
    assert "Ett stycke." in html


def test_headings_stand_below_each_other() -> None:
    inner = "<h4>Dos</h4><h5>Barn</h5>"
    after = article(section("a", block("1", f"{inner}<p>Ny.</p>")), section("b", level=3))

    html = rendered(article(section("a", block("1", inner))), after)

    assert "<h3>Utredning</h3>" in html
    assert re.search(r"<h4>\s*Utredning\s*</h4>", html)
    assert "<h5>Dos</h5><h6>Barn</h6>" in html
    assert "<h1" not in html


def test_citations_lead_to_the_reference_of_their_own_side() -> None:
    before = article(section("a", block("1", f"<p>A.{cited(1)}</p>")), references=("En.",))
    after = article(section("a", block("1", f"<p>B.{cited(2)}</p>")), references=("Noll.", "En."))

    html = rendered(before, after)

    for target in ("before-reference-1", "after-reference-2"):
        assert f'href="#{target}"' in html
        assert html.count(f'id="{target}"') == 1


def test_every_id_stands_once() -> None:
    before = article(section("a", block("1")), references=("En.", "Två.", "Tre olika källor."))
    after = article(section("a", block("2")), references=("Tre olika källor 2020.", "En.", "Fyra."))

    found = re.findall(r' id="([^"]*)"', rendered(before, after))

    assert len(found) == len(set(found))


def test_an_image_shows_its_words() -> None:
    before = article(section("a", block("1", type="image")))
    after = article(section("a", block("1", type="image", alt="Två ögon", caption="Så ser det ut")))

    html = rendered(before, after)

    assert "<del>Ett öga</del>" in html
    assert "<ins>Två ögon</ins>" in html
    assert '<img src="/media/published/a.png" alt="Två ögon"' in html
    assert "<ins>Så ser det ut</ins>" in html


def test_a_supplement_has_no_empty_heading() -> None:
    html = rendered(supplement(block("1")), supplement(block("1", "<p>Nytt.</p>")))

    assert "<h3" not in html
    assert "Utan rubrik" not in html


def test_the_care_level_is_named_and_what_it_hides_counted() -> None:
    other = block("2", care_levels=["specialised"])
    before = article(section("a", block("1"), other))
    after = article(section("a", block("1"), {**other, "html": "<p>Hemligt.</p>"}))

    html = rendered(before, after, care_level="primary")

    assert "<strong>Primärvård</strong>" in html
    assert "Ändringar som inte syns för den här vårdnivån: 1" in html
    assert "Hemligt" not in html


def test_the_same_document_says_so() -> None:
    document = article(section("a", block("1")))

    assert "Ingenting skiljer." in rendered(document, document)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("/media/a.png", "/media/a.png"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("x", ""),
        ("", ""),
        ("http://[", ""),
    ],
)
def test_only_harmless_addresses_are_followed(given: str, wanted: str) -> None:
    assert address(given) == wanted


def test_what_is_marked_safe_was_sanitised() -> None:
    html = published(f'<p class="x">A<ins class="blank y">{HOSTILE}</ins></p>', "after")

    assert html == '<p>A<ins class="blank"></ins></p>'
