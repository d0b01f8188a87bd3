"""What the parts of a comparison are called in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content_models.documents.comparison import Change, Comparison, Move, Side
from content_models.vocabulary import Audience, CareLevel, Kind, Perspective, Reading

register = template.Library()

BLOCK_TYPES = {
    "text": _("Text"),
    "list": _("List"),
    "table": _("Table"),
    "image": _("Image"),
    "video": _("Video"),
    "exercise": _("Exercise"),
    "facts": _("Facts"),
    "warning": _("Warning"),
    "links": _("Links"),
    "contact": _("Contact"),
    "document": _("Document"),
}
CHANGES = {
    Change.ADDED: _("Added"),
    Change.REMOVED: _("Removed"),
    Change.CHANGED: _("Changed"),
    Change.LEVELS: _("Other care levels"),
    Change.MOVED: _("Has moved"),
    Change.MOVED_AWAY: _("Stood here before"),
    Change.RENUMBERED: _("Only numbers of references"),
}
LABELS = {
    "key": _("Key"),
    "kind": _("Kind"),
    "audience": _("Audience"),
    "language": _("Language"),
    "title": _("Title"),
    "summary": _("Summary"),
    "diagnosis_codes": _("Diagnosis codes"),
    "programme_area": _("Programme area"),
    "care_levels": _("Care levels"),
    "ages": _("Ages"),
    "reading": _("Reading"),
    "perspective": _("Perspective"),
    "adaptations": _("Adaptations"),
    "keywords": _("Keywords"),
    "counterpart": _("Counterpart"),
    "review_by": _("Review by"),
    "show_from": _("Shown from"),
    "show_until": _("Shown until"),
    "search_prompt": _("Words in the search field"),
    "cards": _("Cards"),
    "quick_links": _("Quick links"),
    "article": _("Article"),
    "region": _("Region"),
    "id": _("Id"),
    "position": _("Position"),
    "anchor": _("Place"),
    "anchor.section": _("Place: section"),
    "anchor.block": _("Place: block"),
    "anchor.quote": _("Place: the text there"),
    "anchor.hash": _("Fingerprint of the text there"),
    "level": _("Heading level"),
    "type": _("Type of block"),
    "caption": _("Caption"),
    "alt": _("Alternative text"),
    "decorative": _("Only decoration"),
    "src": _("File or address"),
    "width": _("Width in pixels"),
    "height": _("Height in pixels"),
    "focal_point": _("Focal point"),
    "renditions": _("Sizes of the picture"),
    "captions": _("Captions (WebVTT)"),
    "transcript": _("Transcript"),
    "addresses": _("Addresses of links"),
    "html": _("HTML code"),
    "elsewhere": _("Changes that this care level does not show"),
    "anchors": _("Fingerprints of the text"),
    "format": _("Format"),
    "part": _("Part"),
    "bytes": _("Only the way in which the document is stored"),
}
CARE_LEVELS: Mapping[str, Any] = {
    CareLevel.PRIMARY: _("Primary care"),
    CareLevel.SPECIALISED: _("Specialised care"),
}
TERMS: Mapping[str, Mapping[str, Any]] = {
    "care_levels": CARE_LEVELS,
    "kind": {
        Kind.KNOWLEDGE_SUPPORT: _("knowledge support"),
        Kind.CITIZEN_ARTICLE: _("citizen article"),
        Kind.YOUTH_PAGE: _("youth page"),
        Kind.NEWS: _("news item"),
        Kind.START_PAGE: _("start page"),
    },
    "audience": {Audience.STAFF: _("Care staff"), Audience.CITIZEN: _("Citizens")},
    "language": dict(settings.LANGUAGES),
    "reading": {Reading.ALONE: _("Alone"), Reading.WITH_ADULT: _("With an adult")},
    "perspective": {Perspective.PATIENT: _("Patient"), Perspective.RELATIVE: _("Relative")},
    "decorative": {"true": _("Yes"), "false": _("No")},
}
"""Values of closed vocabularies in words, by the name of the fact."""

NOTHING = _("nothing")
EMPTY = {"care_levels": _("every care level")}
ABSENT = {"care_levels": _("those of the text it follows")}


@register.filter
def label(name: str) -> str:
    """A member's name in words, or the name itself if nobody foresaw it."""
    return str(LABELS.get(name, name))


@register.filter
def block_type(side: Side) -> str:
    return str(BLOCK_TYPES.get(side.type, side.type))


@register.filter
def change(kind: Change) -> str:
    return str(CHANGES[kind])


@register.filter
def care_level(name: str) -> str:
    return term("care_levels", name)


@register.filter
def whence(move: Move) -> str:
    """From where a block has come."""
    if move.is_within:
        return gettext("Within the section")
    return gettext("From the section “{title}”").format(title=move.before)


@register.filter
def whither(move: Move) -> str:
    """Where a block has gone."""
    if move.is_within:
        return gettext("Now elsewhere in the section")
    return gettext("Now in the section “{title}”").format(title=move.after)


@register.simple_tag
def position(comparison: Comparison, number: int) -> str:
    words = gettext("Change {number} of {total}")
    return words.format(number=number, total=comparison.count)


def term(name: str, value: str) -> str:
    """A value of a fact in words, or as it is if no words are known for it."""
    return str(TERMS.get(name, {}).get(value, value))


def words_for_none(name: str) -> str:
    return str(ABSENT.get(name, NOTHING))


def words_for_empty(name: str) -> str:
    return str(EMPTY.get(name, _("empty")))
