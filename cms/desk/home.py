"""The home page: what this user may begin, and what waits for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

from cms.desk import notices, panels
from cms.desk.concerns import Concern
from cms.desk.creating import creatable_by
from cms.desk.panels import Panel
from cms.desk.readership import Readership, articles_for, readership_of, supplements_for

OF_ARTICLES = (Concern.REVIEW, Concern.CHANGED, Concern.COUNTERPART)
OF_TRANSLATIONS = (Concern.OUTDATED, Concern.UNTRANSLATED)
OF_SUPPLEMENTS = (Concern.REVIEW, Concern.CHANGED)


class Home(Component):
    """Takes the place of Wagtail's own panels."""

    name = "desk"
    order = 100
    template_name = "cms/desk/home.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        readership = readership_of(user)
        return {
            "creatable": creatable_by(user),
            "panels": panels.shown(panels_for(user, readership)),
        }

    @property
    def media(self) -> Media:
        return Media(css={"all": ["cms/desk/desk.css"]})


def panels_for(user: Any, readership: Readership) -> Iterator[Panel]:
    """The panels of the roles that the user holds; each a constant number of statements."""
    if not readership.is_somebody:
        return
    yield panels.waiting(user)
    if readership.writes:
        yield from _of_writers(user, readership)
    if readership.answers_for_national:
        for concern in (*OF_ARTICLES, *OF_TRANSLATIONS):
            yield panels.of_concern(concern, user, readership, regional=False)
        yield panels.broken_links(readership, regional=False)
    if readership.answers_for_regional:
        yield from notices.changed_nationally(user)
        yield panels.unsettled(user, readership)
        for concern in OF_SUPPLEMENTS:
            yield panels.of_concern(concern, user, readership, regional=True)
        yield panels.broken_links(readership, regional=True)
    if not (readership.answers_for_national or readership.answers_for_regional):
        yield panels.to_read(articles_for(readership) | supplements_for(readership))
    yield panels.locked(user, readership)


def _of_writers(user: Any, readership: Readership) -> Iterator[Panel]:
    if readership.edited_kinds is None or readership.edited_kinds:
        yield panels.of_concern(Concern.MINE, user, readership, regional=False)
    if readership.edits_supplements:
        yield panels.of_concern(Concern.MINE, user, readership, regional=True)
    yield panels.handed_in(user)
