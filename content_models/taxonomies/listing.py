"""How codes are shown in the admin's lists, with their places read a page at a time."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import TitleColumn

from content_models.taxonomies.diagnosis import DiagnosisCode
from content_models.taxonomies.finding import LEVEL_NAMES, ancestors_of, level_of


class PaginatorWithPlaces(WagtailPaginator):
    """Gives each code of a page its level, and its ancestors as `above`; one query for the page."""

    def _get_page(self, object_list: Any, *args: Any, **kwargs: Any) -> Any:
        nodes = list(object_list)
        above = ancestors_of(nodes)
        for node in nodes:
            node.level, node.above = level_name(node), above[node.code]
        return super()._get_page(nodes, *args, **kwargs)


class CodeColumn(TitleColumn):
    """The code and its title, a link where `get_url` gives one; beneath, its place in the tree."""

    cell_template_name = "content_models/taxonomies/code_cell.html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("code", label=_("Code and title"), accessor=str, **kwargs)


def level_name(node: DiagnosisCode) -> Any:
    return LEVEL_NAMES[level_of(node)]
