"""The demonstration: work in every state, made once, with log-ins that see it."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page

from cms import demo
from cms.demo_work import STATES
from content_models.models import ArticleKey, CurrentEdition, Edition
from editorial_workflows import desk
from editorial_workflows.reading import readable_drafts
from editorial_workflows.submissions import Submission

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
    assert "rott-oga" in {page.slug for page in readable_drafts(demo.login("utkastlasare"))}
    assert {*STATES} <= set(ArticleKey.objects.values_list("key", flat=True))

    before = (Edition.objects.count(), Page.objects.count(), Submission.objects.count())
    run()
    assert (Edition.objects.count(), Page.objects.count(), Submission.objects.count()) == before
