"""The demonstration: work in every state, made once, with log-ins that see it."""

from __future__ import annotations

import json
from collections import Counter
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils.timezone import localdate
from wagtail.models import Page

from cms import demo
from cms.demo_work import STATES
from cms.preview.readable import reading_of
from content_models.models import ArticleKey, CurrentEdition, Edition
from content_models.vocabulary import Kind
from editorial_workflows import desk
from editorial_workflows.reading import readable_drafts
from editorial_workflows.submissions import Submission
from region_overlays.models import SupplementStanding

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(settings: Any, tmp_path: Any) -> None:
    settings.DEMONSTRATION = True
    settings.SEARCH_INDEX_PATH = tmp_path / "search"
    settings.MEDIA_ROOT = tmp_path / "media"
    run()


def run() -> None:
    call_command("demo", stdout=StringIO())


def waiting(username: str) -> set[str]:
    return {item.part.split("/")[0] for item in desk.waiting_for(demo.login(username))}


def test_every_list_is_filled_and_a_second_run_makes_nothing(made: None) -> None:
    assert waiting(demo.EXPERT) == {"glaukom"}
    assert waiting(demo.APPROVER) == {"makuladegeneration", "nathinneavlossning", "hornhinneskada"}
    assert waiting(demo.SECOND_EDITOR) == {"hornhinneskada"}
    assert waiting(demo.YOUTH_EDITOR) == {"ogonundersokning-barn"}
    assert waiting("vastra-gotaland-godkannare") == {"hornhinneskada"}
    sent_back = Submission.objects.sent_back().get()
    assert sent_back.part == "torra-ogon/sv"
    scheduled = Page.objects.get(slug="ogonlocksinflammation")
    assert (scheduled.live, scheduled.scheduled_revision is not None) == (False, True)
    assert CurrentEdition.objects.get(part="linser-och-bad/sv").tombstone
    assert not CurrentEdition.objects.get(part="hornhinneskada/sv").tombstone
    unsettled = SupplementStanding.objects.unsettled(localdate()).values_list("region", flat=True)
    assert list(unsettled) == ["12"]
    assert "rott-oga" in {page.slug for page in readable_drafts(demo.login("utkastlasare"))}
    assert {*STATES} <= set(ArticleKey.objects.values_list("key", flat=True))

    before = (Edition.objects.count(), Page.objects.count(), Submission.objects.count())
    run()
    assert (Edition.objects.count(), Page.objects.count(), Submission.objects.count()) == before


def live() -> list[dict[str, Any]]:
    """Every document that readers have."""
    held = CurrentEdition.objects.filter(tombstone=False).select_related("edition")
    return [json.loads(current.edition.document) for current in held]


def test_it_shows_every_kind_of_content(made: None) -> None:
    documents = live()
    articles = [one for one in documents if "kind" in one and one["language"] == "sv"]
    kinds = Counter(one["kind"] for one in articles)
    assert kinds[Kind.KNOWLEDGE_SUPPORT] >= 12
    assert kinds[Kind.CITIZEN_ARTICLE] >= 8
    assert kinds[Kind.YOUTH_PAGE] >= 8
    assert kinds[Kind.NEWS] >= 2
    starts = {one["audience"]: one for one in articles if one["kind"] == Kind.START_PAGE}
    assert set(starts) == {"staff", "citizen"}
    assert all(start["cards"] and start["quick_links"] for start in starts.values())
    languages = Counter(one["language"] for one in documents if "kind" in one)
    assert languages["en"] >= 3
    assert languages["sv-x-lattlast"] >= 3
    supplements = [one for one in documents if "region" in one]
    assert len(supplements) >= 30
    assert len({one["region"] for one in supplements}) >= 6


def test_youth_pages_are_for_all_ages_and_easy_enough(made: None) -> None:
    pages = [one for one in live() if one.get("kind") == Kind.YOUTH_PAGE]
    assert min(page["ages"]["min"] for page in pages) == 3
    assert max(page["ages"]["max"] for page in pages) >= 17
    assert {page["perspective"] for page in pages} == {"patient", "relative"}
    assert {page["reading"] for page in pages} == {"alone", "with-adult"}
    blocks = [
        {block["type"] for section in page["sections"] for block in section["blocks"]}
        for page in pages
    ]
    assert any({"video", "exercise"} <= types for types in blocks)
    hard = {page["key"] for page in pages if reading_of(page).suits is False}
    assert not hard
