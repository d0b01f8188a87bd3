"""The register of regions: everyone in the admin reads it, the administrators keep it."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data

from .elsewhere import ADMINISTRATORS, Entry, opens, posts
from .roles import COLLEAGUES, OWN

AS_TABLE = {"export": "csv"}
ONE: dict[str, Any] = {"args": {"pk": OWN}}


def form(**facts: Any) -> Any:
    """A region's form as it is, but for these facts."""
    links = inline_formset([{"label": "Journalen", "url": "/journal/", "audience": ""}])
    whole = {
        "name": "Västra Götalandsregionen",
        "short_name": "Västra Götaland",
        "url": "",
        "contact": "",
        "logo": "",
        "languages": ["sv", "en", "fi", "se", "sv-x-lattlast"],
        "kinds": ["knowledge-support", "citizen-article", "youth-page"],
        "approval_path": "one-approver",
    }
    return whole | facts | nested_form_data({"quick_links": links})


ENTRIES: list[Entry] = [
    *opens(COLLEAGUES, "regions:index", "regions:index_results"),
    *opens(COLLEAGUES, "regions:index", query={"q": "hemlig"}, what="searched"),
    *opens(COLLEAGUES, "regions:index", query=AS_TABLE, what="as a table"),
    *opens(COLLEAGUES, "regions:inspect", **ONE),
    *opens(ADMINISTRATORS, "regions:edit", "regions:history", "regions:history_results", **ONE),
    posts(ADMINISTRATORS, "regions:edit", form(short_name="VGR"), **ONE),
]
