"""Writing a translation: each text at once, the draft when asked, the source brought up to date.

Nothing here publishes; a draft is the user's, who has then had a hand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from content_models.editions.ledger import publishing
from content_models.languages import language_of
from content_models.models import FolderPage
from content_models.vocabulary import SOURCE_LANGUAGE
from editorial_workflows.refusals import Refused
from editorial_workflows.translating.anchoring import anchor_in_own_language
from editorial_workflows.translating.texts import Text
from editorial_workflows.translating.wording import Unfit, stored


class ChangedMeanwhile(Unfit):
    """Someone else wrote there since the form was shown; `words` are theirs."""

    def __init__(self, who: str, words: str) -> None:
        super().__init__(
            _("%(who)s has written here meanwhile: “%(words)s”") % {"who": who, "words": words}
        )


def is_source(page: Any) -> bool:
    return bool(language_of(page.locale_id) == SOURCE_LANGUAGE)


def source_page_of(page: Any) -> Any | None:
    """The page in the source language that this one is a translation of."""
    found = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=SOURCE_LANGUAGE
    ).first()
    return found.specific if found else None


def translation_of(page: Any) -> Translation | None:
    """How wagtail-localize keeps the page in step; None for a text of its own."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key,
            source__locale__language_code=SOURCE_LANGUAGE,
            target_locale_id=page.locale_id,
            enabled=True,
        )
        .select_related("source", "target_locale")
        .first()
    )


def version_of(data: str) -> str:
    """What a form remembers of a stored text, to see whether it has changed since."""
    return sha256(data.encode()).hexdigest()[:16] if data else ""


@contextmanager
def in_turn(translation: Translation) -> Iterator[None]:
    """One writer at a time: what is read within is what is written over, and nobody else's."""
    with transaction.atomic():
        # SQLite: the transaction is BEGIN IMMEDIATE, which is the lock.
        Translation.objects.select_for_update().get(pk=translation.pk)
        yield


def put(translation: Translation, text: Text, written: str, was: str, user: Any) -> str:
    """Store what was written for a text, by this user; gives what is stored, empty for nothing.

    `was` is the version that the form showed: what was not touched stays as it is by now. Raises
    Unfit, and ChangedMeanwhile if another has written there. Read the text `in_turn`.
    """
    data = stored(written, text.mould)
    now = version_of(text.data)
    if data == text.data or version_of(data) == was:
        return text.data
    if was != now:
        who = text.translation.last_translated_by if text.translation else None
        raise ChangedMeanwhile(get_user_display_name(who) if who else "–", text.words)
    key = {
        "translation_of_id": text.segment.string_id,
        "locale_id": translation.target_locale_id,
        "context_id": text.segment.context_id,
    }
    if not data:
        StringTranslation.objects.filter(**key).delete()
        return ""
    manual = {
        "data": data,
        "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
        "tool_name": "",
        "last_translated_by": user,
        "has_error": False,
        "field_error": "",
    }
    StringTranslation.objects.update_or_create(**key, defaults=manual)
    return data


def check_open(page: Any, user: Any) -> None:
    """Raises Refused while the page is under review, or locked by another."""
    if page.workflow_in_progress:
        raise Refused(_("It has already been handed in."))
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        raise Refused(_("The page is locked: %(why)s") % {"why": lock.get_description(user)})


def save_draft(translation: Translation, user: Any) -> Any:
    """Write the texts that there are into a new draft; gives the page. Raises Refused."""
    with publishing():
        page = Page.objects.get(pk=translation.get_target_instance().pk).specific
        check_open(page, user)
        try:
            translation.save_target(user=user, publish=False)
        except ValidationError as invalid:
            raise Refused(
                _("The draft could not be saved: %(why)s") % {"why": "; ".join(invalid.messages)}
            ) from invalid
        return Page.objects.get(pk=page.pk).specific


def start(page: Any, locales: Iterable[Locale], user: Any) -> list[Any]:
    """Drafts of a source page in these languages, with the source's words until translated.

    Where there is a page already, it stays as it is and is left out.
    """
    made = []
    with publishing():
        there = set(page.get_translations().values_list("locale_id", flat=True))
        source, _created = TranslationSource.update_or_create_from_instance(page)
        for locale in locales:
            if locale.pk in there or locale.pk == page.locale_id:
                continue
            translation, _created = Translation.objects.update_or_create(
                source=source, target_locale=locale, defaults={"enabled": True}
            )
            source.create_or_update_translation(
                locale, user=user, copy_parent_pages=True, fallback=True
            )
            draft = Page.objects.get(pk=translation.get_target_instance().pk).specific
            _open_folders(draft)
            made.append(anchor_in_own_language(draft, user))
    return made


def update(translation: Translation, user: Any) -> Any:
    """Bring the source's texts up to date, and write a draft of it. Raises Refused.

    What has not changed keeps its translation; what has is in the source's words until translated.
    The source's texts are the same for all languages; each of the others is behind until its draft
    is written as well.
    """
    with publishing():
        check_open(translation.get_target_instance(), user)
        TranslationSource.update_or_create_from_instance(translation.source.get_source_instance())
        translation.refresh_from_db(fields=["source"])
        return anchor_in_own_language(save_draft(translation, user), user)


def _open_folders(page: Any) -> None:
    """A breadcrumb is a folder that is published; one made with its first article is not yet."""
    for folder in FolderPage.objects.ancestor_of(page).filter(live=False):
        folder.save_revision().publish()
