"""What a translator does in the admin, over plain HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from content_models.languages import locale_of
from content_models.vocabulary import ChangeClass
from tests.factories import people
from tests.factories.reviewing import approved, handed_in, latest

Words = Callable[[str], str]


def begin(client: Client, page: Any, *languages: str) -> Any:
    """Begin to translate the page; gives its draft in the first of the languages."""
    chosen = [locale_of(language).pk for language in languages]
    answer = client.post(reverse("translating:start", args=[page.pk]), {"languages": chosen})
    assert answer.status_code == 302, answer.content
    return latest(page.get_translation(locale_of(languages[0])))


def edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def shown(client: Client, page: Any) -> Any:
    """The form of the translation."""
    answer = client.get(edit(page))
    assert answer.status_code == 200
    return answer.context["form"]


def fields(form: Any, words: Words) -> dict[str, str]:
    """What the browser sends, every text without a translation written by `words`."""
    data = {"translation-form": "1"}
    for group in form.groups:
        for one in group.texts:
            data[one.name] = one.words or words(one.text.source)
            data[f"was-{one.text.id}"] = one.version
        for other in group.others:
            data[other.name] = str(other.other.value)
    return data


def english(source: str) -> str:
    return f"EN {source}"


def name_of(form: Any, source: str) -> str:
    """The name of the field for a text of the source."""
    return next(f"text-{text.id}" for text in form.texts if text.source == source)


def save(
    client: Client, page: Any, *, words: Words = english, action: str = "save", **more: str
) -> Any:
    """Translate what is not, and press a button."""
    data = fields(shown(client, page), words) | more | {"action": action}
    return client.post(edit(page), data)


def translated(client: Client, page: Any, words: Words = english) -> Any:
    """Everything translated, as a draft."""
    answer = save(client, page, words=words)
    assert answer.status_code == 302, answer.context["form"].errors
    return latest(page)


def publish_nationally(
    page: Any, by: Any, change_class: ChangeClass = ChangeClass.SUBSTANTIVE
) -> Any:
    """Handed in by its writer, reviewed and approved by others."""
    submission = handed_in(page, by, change_class)
    if change_class is ChangeClass.SUBSTANTIVE:
        approved(submission, people.expert("sakkunnig"))
    approved(submission, people.approver("godkannare"))
    return latest(page)
