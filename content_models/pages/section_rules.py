"""An article's sections against its kind's template, in words next to the field."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from content_models.documents.rendering import stored
from content_models.languages import language_of
from content_models.pages.section_templates import TEMPLATES, Fault, Outline, new_faults, offered
from content_models.vocabulary import SOURCE_LANGUAGE


def offer_template(page: Any, **_: Any) -> None:
    """A new article's form begins with the sections of its kind; an `init_new_page` receiver."""
    kind = getattr(page, "kind", None)
    if kind in TEMPLATES and is_in_source_language(page):
        page.sections = offered(kind)


def is_in_source_language(page: Any) -> bool:
    return page.locale_id is None or language_of(page.locale_id) == SOURCE_LANGUAGE


def template_error(page: Any) -> StreamBlockValidationError | None:
    """What to say next to the sections that are not as the template has them.

    Headings are the template's in the source language; a translation has its own words for them.
    """
    template = TEMPLATES[page.kind]
    if not template.is_fixed:
        return None
    latest = page.latest_revision
    before = _outline(latest.as_object().sections) if latest else []
    faults = [
        fault
        for fault in new_faults(_outline(page.sections), before, template)
        if fault.what != "heading" or is_in_source_language(page)
    ]
    return _error(faults) if faults else None


def _outline(sections: Any) -> Outline:
    values = (child["value"] for child in stored(sections))
    return [(value["section_id"], value["title"] or "", int(value["level"])) for value in values]


def _error(faults: list[Fault]) -> StreamBlockValidationError:
    members: dict[int, dict[str, ValidationError]] = defaultdict(dict)
    for fault in faults:
        field = "title" if fault.what == "heading" else "section_id"
        members[fault.place].setdefault(field, ValidationError(_message(fault)))
    error = StreamBlockValidationError(
        block_errors={
            place: StructBlockValidationError(block_errors=errors)
            for place, errors in members.items()
        },
        non_block_errors=[ValidationError(_message(fault)) for fault in faults],
    )
    # Outside the form there are no fields to stand next to.
    error.message = " ".join(dict.fromkeys(map(_message, faults)))
    return error


def _message(fault: Fault) -> str:
    if fault.what == "unknown" or fault.expected is None:
        return _(
            "This kind of article has no such section. Put the text in one of its own, under a "
            "heading of level 4 or 5."
        )
    if fault.what == "order" and fault.before is not None:
        return _("“%(title)s” stands before “%(other)s”; move it there.") % {
            "title": fault.expected.title,
            "other": fault.before.title,
        }
    return _("The heading is fixed: “%(title)s”, level %(level)s.") % {
        "title": fault.expected.title,
        "level": fault.expected.level,
    }
