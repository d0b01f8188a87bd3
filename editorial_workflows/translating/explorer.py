"""How translations stand, in Wagtail's own listing of pages."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Page

from content_models.languages import locale_of
from content_models.vocabulary import SOURCE_LANGUAGE
from editorial_workflows.translating.listing import rows_of, target_languages
from editorial_workflows.translating.standing import STANDING_NAMES

MEMO = "translation_standing"
BEFORE = "status"


def show_standings() -> None:
    """Wrap what makes the listing's table; calling it again changes nothing."""
    get_table = ExplorableIndexView.get_table
    if hasattr(get_table, "__wrapped__"):
        return

    @functools.wraps(get_table)
    def with_standings(view: Any, object_list: Any, **kwargs: Any) -> Any:
        if note_standings(list(object_list)):
            columns = list(view.explorable_columns)
            names = [column.name for column in columns]
            place = names.index(BEFORE) if BEFORE in names else len(columns)
            columns.insert(place, Column(MEMO, label=_("State of translation")))
            view.__dict__["explorable_columns"] = columns
        return get_table(view, object_list, **kwargs)

    ExplorableIndexView.get_table = with_standings


def note_standings(pages: Sequence[Any]) -> bool:
    """Write on each translation how it stands; whether there was one. Six statements, or none."""
    source = locale_of(SOURCE_LANGUAGE)
    translations = [page for page in pages if page.locale_id != source.pk]
    if not translations:
        return False
    keys = [page.translation_key for page in translations]
    rows = rows_of(Page.objects.filter(locale=source, translation_key__in=keys), target_languages())
    found = {cell.page_id: cell.standings for row in rows for cell in row.cells}
    for page in translations:
        names = [str(STANDING_NAMES[one]) for one in found.get(page.pk, ())]
        setattr(page, MEMO, " · ".join(names))
    return True
