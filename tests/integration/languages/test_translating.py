"""An editor translates: every text of every block, saved as drafts and never published."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from content_models.languages import locale_of
from content_models.models import Edition
from editorial_workflows.authors import authors_of
from tests.factories import people
from tests.factories.reviewing import written
from tests.integration.languages import every_block, translators
from tests.integration.languages.translators import begin, edit, name_of, save, shown, translated
from tests.integration.ledger.state import nothing_published

pytestmark = pytest.mark.django_db


def document_of(page: Any) -> Any:
    return json.loads(page.get_latest_revision_as_object().render().document)


def strings(value: Any) -> list[str]:
    """Every string of a document."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


def test_every_text_of_every_block_is_translated(client: Client, source: Any) -> None:
    draft = begin(client, source, "en")
    form = shown(client, draft)
    texts = {text.source for text in form.texts}
    assert {"Katarakt", "Kort.", "Utredning", "Behandling"} <= texts
    assert {'Läs <a id="a1">mer här</a>.[^a]', "Andra stycket."} <= texts
    assert {"Ett", "Två < tre & fyra", "Doser", "Läkemedel", "Dos", "Alfa", "<b>5</b> mg"} <= texts
    assert {"Ett öga", "Öga", "Film", "Övning", "Blunda.", "Fakta", "Varning"} <= texts
    assert {"Länkar", "Länk", "Kontakt", "Ring.", "Blankett"} <= texts
    assert "Socialstyrelsen. <i>Titel</i>." in texts

    document = document_of(translated(client, draft))

    there = " ".join(strings(document))
    for words in ("EN Katarakt", "EN Kort.", "EN Ett öga", "EN Blankett", "EN Socialstyrelsen."):
        assert words in there
    assert "EN Två &lt; tre &amp; fyra" in there
    table = next(one for one in document["sections"][0]["blocks"] if one["type"] == "table")
    assert json.dumps(table, ensure_ascii=False).count("EN samma") == 2
    assert '<th scope="col">EN Läkemedel</th>' in table["html"]
    assert "EN <strong>5</strong> mg" in table["html"]
    assert "EN Doser" in strings(table)


def test_what_is_no_text_stays_the_source_s(client: Client, source: Any) -> None:
    before = document_of(source)

    document = document_of(translated(client, begin(client, source, "en")))

    kept = ("key", "kind", "diagnosis_codes", "programme_area", "counterpart", "care_levels")
    assert {name: document[name] for name in kept} == {name: before[name] for name in kept}
    assert document["language"] == "en"
    assert len(document["references"]) == len(before["references"])
    for now, then in zip(document["sections"], before["sections"], strict=True):
        assert (now["id"], now["level"]) == (then["id"], then["level"])
        assert [one["id"] for one in now["blocks"]] == [one["id"] for one in then["blocks"]]


def test_a_picture_a_link_and_the_address_may_be_others(client: Client, source: Any) -> None:
    draft = begin(client, source, "en")
    form = shown(client, draft)
    by_source = {other.source: f"other-{other.id}" for other in form.others}
    english = every_block.image()
    chosen = {
        by_source["Ögat"]: str(english.pk),
        by_source["https://example.org/sv"]: "https://example.org/en",
        by_source["katarakt"]: "cataract",
    }

    answer = save(client, draft, **chosen)

    assert answer.status_code == 302, answer.context["form"].errors
    draft = Page.objects.get(pk=draft.pk).specific.get_latest_revision_as_object()
    assert draft.slug == "cataract"
    assert 'href="https://example.org/en"' in " ".join(strings(document_of(draft)))
    raw = json.dumps(list(draft.sections.raw_data))
    assert f'"image": {english.pk}' in raw


@pytest.mark.parametrize(
    ("source_text", "written", "wrong"),
    [
        ("https://example.org/sv", "javascript:alert(1)", "https://"),
        ("katarakt", "två ord", "bindestreck"),
        ("Ögat", "999999", "biblioteket"),
    ],
)
def test_a_wrong_link_address_or_picture_is_told(
    client: Client, source: Any, source_text: str, written: str, wrong: str
) -> None:
    draft = begin(client, source, "en")
    names = {other.source: f"other-{other.id}" for other in shown(client, draft).others}

    answer = save(client, draft, **{names[source_text]: written})

    errors = answer.context["form"].errors
    assert list(errors) == [names[source_text]]
    assert wrong in errors[names[source_text]]


def test_a_text_is_stored_when_its_field_is_left(client: Client, source: Any, anna: Any) -> None:
    draft = begin(client, source, "en")
    text = next(text for text in shown(client, draft).texts if text.source == "Alfa")
    address = reverse("translating:keep_text", args=[draft.pk, text.id])

    answer = client.post(address, {"text": "Alpha", "was": ""})

    assert answer.json()["missing"] == shown(client, draft).missing
    again = next(one for one in shown(client, draft).texts if one.id == text.id)
    assert again.words == "Alpha"
    assert anna.pk in authors_of(Page.objects.get(pk=draft.pk).specific)
    answer = client.post(address, {"text": "<script>x</script>", "was": answer.json()["was"]})
    assert answer.status_code == 409
    assert "<script>" in answer.json()["error"]


def test_what_another_wrote_meanwhile_is_not_written_over(client: Client, source: Any) -> None:
    draft = begin(client, source, "en")
    form = shown(client, draft)
    mine = translators.fields(form, translators.english)
    alfa, beta = name_of(form, "Alfa"), name_of(form, "Beta")
    other = people.client_of(people.editor("olle"))
    save(other, draft, words=lambda source: {"Alfa": "Alpha"}.get(source, ""))

    answer = client.post(edit(draft), mine | {"action": "save"})

    form = answer.context["form"]
    assert list(form.errors) == [alfa]
    assert "Alpha" in form.errors[alfa]
    assert mine[alfa] in answer.content.decode()
    assert {text.source: text.words for text in form.texts}["Alfa"] == "Alpha"
    assert {text.source: text.words for text in form.texts}["Beta"] == mine[beta]


def test_the_draft_is_the_translators_and_nothing_is_published(
    client: Client, source: Any, anna: Any
) -> None:
    with nothing_published():
        draft = begin(client, source, "en")
        for action in ("save", "read"):
            assert save(client, draft, action=action).status_code == 302
    draft = Page.objects.get(pk=draft.pk).specific
    assert not draft.live
    assert draft.get_latest_revision().user_id == anna.pk
    assert anna.pk in authors_of(draft)


def test_nothing_is_handed_in_before_all_is_translated(client: Client, source: Any) -> None:
    draft = begin(client, source, "en")
    references = len(source.references)

    half = save(client, draft, action="hand-in", words=lambda source: "")

    assert half.url == edit(draft)
    assert shown(client, draft).missing == len(shown(client, draft).texts) - references
    whole = save(client, draft, action="hand-in")
    assert whole.url == reverse("approvals:hand_in", args=[draft.pk])


def test_a_superuser_translates_like_others(source: Any) -> None:
    root = people.person("rot")
    root.is_superuser = True
    root.save()
    client = people.client_of(root)
    draft = begin(client, source, "en")
    translated(client, draft)

    with nothing_published():
        assert client.post(edit(draft), {"action": "publish"}).status_code == 302
    screen = client.get(edit(draft)).content.decode()

    assert "Spara utkast" in screen
    assert 'value="publish"' not in screen
    assert not Edition.objects.filter(part="katarakt/en").exists()


def test_wagtails_form_is_not_taken_for_a_translation(client: Client, source: Any) -> None:
    draft = begin(client, source, "en")
    before = draft.latest_revision_id

    answer = client.post(edit(draft), {"title": "Cataract", "slug": "x"}, follow=True)

    assert "Inget sparades" in answer.content.decode()
    assert Page.objects.get(pk=draft.pk).latest_revision_id == before


def test_many_languages_at_once_and_each_only_once(client: Client) -> None:
    page = written(people.editor("anna"))
    begin(client, page, "en", "fi", "sv-x-lattlast")
    address = reverse("translating:start", args=[page.pk])

    offered = client.get(address).context["form"].fields["languages"].queryset

    assert [locale.language_code for locale in offered] == ["se"]
    refused = client.post(address, {"languages": [locale_of("en").pk]})
    assert refused.context["form"].errors
    assert refused.content.decode().count("Lättläst svenska") == 1
    assert page.get_translations().count() == 3
