"""From 200 to 2,000 articles and to thousands of codes, no screen asks the database more."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content_models.in_use.uses import uses_of
from content_models.models import DiagnosisCode
from editorial_workflows.retired_codes import retired_codes
from tests.factories import people

from .conftest import code
from .many import many_articles, many_codes

pytestmark = pytest.mark.django_db
SCREENS = {
    "chooser": ("diagnosis_code_chooser:choose_results", {}),
    "chooser, by code": ("diagnosis_code_chooser:choose_results", {"q": "a01"}),
    "chooser, by word": ("diagnosis_code_chooser:choose_results", {"q": "form"}),
    "list": ("diagnosis_codes:index", {}),
    "list, by word": ("diagnosis_codes:index", {"q": "form"}),
    "report": ("retired_codes:index", {}),
    "areas": ("programme_areas:index", {}),
}


@pytest.fixture
def browser(db: None) -> Client:
    return people.client_of(people.administrator())


def queries(browser: Client, screen: str) -> int:
    name, asked = SCREENS[screen]
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(reverse(name), asked).status_code == 200
    return len(captured)


def counts(browser: Client) -> dict[str, int]:
    for screen in SCREENS:
        queries(browser, screen)  # What a process remembers is remembered now.
    found = {screen: queries(browser, screen) for screen in SCREENS}
    with CaptureQueriesContext(connection) as captured:
        uses_of([code("A00")])
    return {**found, "in use": len(captured)}


def test_ten_times_the_articles_and_the_codes_take_as_many_queries(browser: Client) -> None:
    many_codes("A")
    DiagnosisCode.objects.filter(code__startswith="A00").update(retired=True)
    many_articles(range(200), code("A00"))
    few = counts(browser)
    many_codes("BCDEF")
    DiagnosisCode.objects.filter(code__startswith="B").update(retired=True)
    many_articles(range(200, 2000), code("A00"))

    assert DiagnosisCode.objects.count() > 3500
    assert counts(browser) == few
    assert max(few["chooser"], few["chooser, by code"], few["chooser, by word"]) <= 10
    assert len(uses_of([code("A00")])[str(code("A00").pk)]) > 2000


def test_the_report_holds_every_article(browser: Client) -> None:
    many_codes("A")
    DiagnosisCode.objects.filter(code="A00").update(retired=True)
    many_articles(range(50), code("A00"))
    titles = [row.title for row in retired_codes(people.administrator())]
    assert {f"Artikel {number}" for number in range(50)} <= set(titles)


def test_a_page_of_the_chooser_reads_its_own_codes_only(browser: Client) -> None:
    many_codes("ABC")
    answer: Any = browser.get(reverse("diagnosis_code_chooser:choose_results"), {"q": "form"})
    shown = list(answer.context["results"])
    assert 0 < len(shown) <= 50
    assert all(node.above[0].code == "A00-A99" for node in shown)
