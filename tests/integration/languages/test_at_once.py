"""Two translators leave the same field in the same moment: one is stored, the other is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from content_models.languages import locale_of
from editorial_workflows.translating import writing
from tests.factories import people
from tests.factories.published import article
from tests.integration.languages.translators import begin, edit, english, fields, shown
from tests.integration.ledger.threads import ON_POSTGRESQL, together

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite: one writer at a time"),
]
WRITERS = ("anna", "olle", "bodil", "kurt")


@pytest.fixture
def draft() -> Any:
    return begin(people.client_of(people.editor("anna")), article(), "en")


def stored(draft: Any) -> str:
    form = shown(people.client_of(people.editor("anna")), draft)
    return str(next(text.words for text in form.texts if text.source == "Katarakt"))


def test_of_several_at_once_one_is_stored_and_the_others_are_told(draft: Any) -> None:
    clients = {name: people.client_of(people.editor(name)) for name in WRITERS}
    form = shown(clients["anna"], draft)
    title = next(text for text in form.texts if text.source == "Katarakt")
    address = reverse("translating:keep_text", args=[draft.pk, title.id])

    def leave(name: str) -> Any:
        return lambda: (name, clients[name].post(address, {"text": f"By {name}", "was": ""}))

    answers = together(*(leave(name) for name in WRITERS))

    winners = [name for name, answer in answers if answer.status_code == 200]
    assert len(winners) == 1
    assert stored(draft) == f"By {winners[0]}"
    for name, answer in answers:
        assert name in winners or f"By {winners[0]}" in answer.json()["error"]


def test_whole_forms_at_once_end_in_one_draft_of_all_that_fits(draft: Any) -> None:
    clients = {name: people.client_of(people.editor(name)) for name in WRITERS}
    form = fields(shown(clients["anna"], draft), english) | {"action": "save"}

    answers = together(
        *(lambda client=client: client.post(edit(draft), form) for client in clients.values())
    )

    assert {answer.status_code for answer in answers} == {302}
    page = writing.source_page_of(draft).get_translation(locale_of("en")).specific
    assert page.get_latest_revision_as_object().title == "EN Katarakt"
