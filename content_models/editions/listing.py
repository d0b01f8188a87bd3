"""What lists read: one row for each national edition that is served, rebuilt when published."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from anyascii import anyascii

from content_models.editions.models import Edition, ListedArticle, ListedCode
from content_models.vocabulary import SOURCE_LANGUAGE, CareLevel, ChangeClass

SWEDISH_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
"""å ä ö come after z, in that order; these characters follow z in ASCII."""

ITEM_MEMBERS = (
    *("key", "kind", "audience", "language", "title", "summary", "diagnosis_codes"),
    *("programme_area", "care_levels", "ages", "reading", "perspective", "review_by"),
)


def swedish_order(text: str) -> str:
    """A sort key for Swedish alphabetical order; hexadecimal, so that every collation agrees."""
    folded = "".join(
        letter if letter in "{|}" else anyascii(letter)
        for letter in unicodedata.normalize("NFC", text).lower().translate(SWEDISH_LAST)
    )
    return folded.encode().hex()[:1000]


def refresh(editions: Iterable[Edition]) -> None:
    """Make the rows of these live national editions; take off what they hold back."""
    documents = [(edition, json.loads(edition.document)) for edition in editions]
    remove([edition.part for edition, _document in documents])
    ListedArticle.objects.bulk_create([_row(*pair) for pair in documents])
    ListedCode.objects.bulk_create(
        [
            ListedCode(listed_id=edition.part, code=code)
            for edition, document in documents
            for code in document["diagnosis_codes"]
        ]
    )
    _hold_back([edition for edition, _document in documents])


def _hold_back(editions: Iterable[Edition]) -> None:
    """A translation older than a safety change of its source is not served, so not listed."""
    safety = {
        edition.key: edition.sequence
        for edition in editions
        if edition.language == SOURCE_LANGUAGE and edition.change_class == ChangeClass.SAFETY
    }
    if not safety:
        return
    rows = ListedArticle.objects.filter(key__in=safety).exclude(language=SOURCE_LANGUAGE)
    found = rows.values_list("part", "key", "sequence")
    remove([part for part, key, sequence in found if sequence < safety[key]])


def remove(parts: Iterable[str]) -> None:
    """Take parts off the lists."""
    gone = list(parts)
    ListedCode.objects.filter(listed_id__in=gone).delete()
    ListedArticle.objects.filter(part__in=gone).delete()


def _row(edition: Edition, document: dict[str, Any]) -> ListedArticle:
    levels, ages = document["care_levels"], document["ages"] or {}
    return ListedArticle(
        part=edition.part,
        key=edition.key,
        language=edition.language,
        kind=edition.kind,
        audience=document["audience"],
        title=document["title"],
        title_order=swedish_order(document["title"]),
        summary=document["summary"],
        primary=not levels or CareLevel.PRIMARY in levels,
        specialised=not levels or CareLevel.SPECIALISED in levels,
        age_min=ages.get("min"),
        age_max=ages.get("max"),
        programme_area=document["programme_area"] or "",
        review_by=document["review_by"],
        approved_on=edition.approved_on or edition.valid_from.date(),
        modified=edition.valid_from,
        show_from=document.get("show_from"),
        show_until=document.get("show_until"),
        sequence=edition.sequence,
        item=json.dumps({name: document[name] for name in ITEM_MEMBERS}, ensure_ascii=False),
    )
