"""Wagtail's form of a new supplement, opened at a place in the article."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from content_models.languages import language_of
from region_overlays.anchors import NoSuchPlace
from region_overlays.participation import check_takes_part
from region_overlays.placing import choose_place, live_national


def put_in_place(request: HttpRequest, page: Any, parent: Any) -> HttpResponse | None:
    """Give the new supplement the place that the address names; a redirect if it names none."""
    article, section = request.GET.get("article", ""), request.GET.get("section", "")
    national = live_national(article, language_of(parent.locale_id))
    if national is None:
        messages.info(request, _("Choose the article, and the place in it."))
        return redirect("desk:region_articles", parent.region_id)
    try:
        check_takes_part(parent.region, national.kind, national.language)
    except ValidationError as declined:
        messages.error(request, " ".join(declined.messages))
        return redirect("desk:region_articles", parent.region_id)
    try:
        place = choose_place(parent, article, section, request.GET.get("after") or None)
    except NoSuchPlace:
        messages.error(request, _("The national text has no such place any more. Choose another."))
        return redirect(
            "supplementing:outline", parent.region_id, language_of(parent.locale_id), article
        )
    page.article_key = place.article
    page.stand_at(place.anchor)
    page.title = title_at(national.parsed(), section)
    return None


def title_at(document: dict[str, Any], section: str) -> str:
    """What a supplement there is called until its writer says otherwise."""
    titles = {one["id"]: one["title"] for one in document["sections"]}
    return f"{document['title']} – {titles.get(section) or section}"[:255]
