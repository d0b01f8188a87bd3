"""What `explain` adds to a page: for each part why it is there, or is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from cms.api.page import Article
from cms.api.serving import Served
from content_models.editions.reading import LivePart
from region_overlays.explaining import Explained, explained
from region_overlays.judging import Judged, Reason, is_for, judge
from region_overlays.languages import chain_of, choices_in
from region_overlays.staleness import Status

Json = dict[str, Any]


def explanation_of(article: Article, parts: Sequence[LivePart], as_of: datetime | None) -> Json:
    """`parts` are all that there is of the article, of every region."""
    chain = chain_of(article.served.asked, settings.LANGUAGE_FALLBACKS)
    document = article.national.document
    return {
        "region": article.region,
        "care_level": article.care_level,
        "as_of": as_of,
        "day": article.today,
        "language": _language(article.served, chain),
        "age": _age(document["ages"]),
        "time": _time(document.get("show_from"), document.get("show_until")),
        "sections": _sections(article),
        "supplements": _supplements(article, parts, chain),
    }


def _language(served: Served, chain: Sequence[str]) -> Json:
    reason = "asked" if served.language == served.asked else "fallback"
    return {
        "asked": served.asked,
        "tried": chain,
        "served": served.language,
        "reason": "translation-outdated" if served.held_back else reason,
    }


def _age(ages: Json | None) -> Json:
    return {
        "ages": ages,
        "reason": "not-asked",
        "in_lists": "never" if ages is None else "for-its-ages",
    }


def _time(shown_from: str | None, shown_until: str | None) -> Json:
    return {
        "shown_from": shown_from,
        "shown_until": shown_until,
        "reason": "in-its-time" if shown_from or shown_until else "always",
    }


def _sections(article: Article) -> list[Json]:
    shown = {section["id"] for section in article.composition.sections}
    return [
        {
            "id": section["id"],
            "reason": Reason.SHOWN if section["id"] in shown else Reason.EMPTY,
            "blocks": [_block(block, article.care_level) for block in section["blocks"]],
        }
        for section in article.national.document["sections"]
    ]


def _block(block: Json, care_level: str | None, otherwise: Reason = Reason.SHOWN) -> Json:
    """`otherwise`: why, if not for the care level."""
    reason = otherwise if is_for(block["care_levels"], care_level) else Reason.CARE_LEVEL
    return {
        "id": block["id"],
        "type": block["type"],
        "care_levels": block["care_levels"],
        "reason": reason,
    }


def _supplements(article: Article, parts: Sequence[LivePart], chain: Sequence[str]) -> list[Json]:
    def judged_alone(part: LivePart) -> Judged:
        return judge(
            article.supplement(part),
            article.national,
            today=article.today,
            care_level=article.care_level,
        )

    found = explained(
        choices_in(parts, chain), article.composition, region=article.region, judge=judged_alone
    )
    return [_supplement(one, article) for one in found]


def _supplement(one: Explained, article: Article) -> Json:
    edition = one.part.edition
    return {
        "part": edition.part,
        "region": edition.region,
        "id": edition.supplement,
        "language": edition.language,
        "sequence": edition.sequence,
        "reason": one.reason,
        **(_standing(one.judged, one.reason, article) if one.judged else WITHDRAWN),
    }


WITHDRAWN: Json = {
    "status": Status.WITHDRAWN,
    **dict.fromkeys(("written_for", "valid_until", "section", "after")),
    "care_levels": [],
    "blocks": [],
}


def _standing(judged: Judged, reason: Reason, article: Article) -> Json:
    document = judged.part.document
    section, after = _place(judged, article.national.document["sections"])
    return {
        "status": judged.standing.status,
        "written_for": judged.part.written_for.sequence,
        "valid_until": document.get("valid_until"),
        "section": section,
        "after": after,
        "care_levels": judged.care_levels,
        "blocks": [_block(block, article.care_level, reason) for block in document["blocks"]],
    }


def _place(judged: Judged, sections: Sequence[Json]) -> tuple[str | None, str | None]:
    if judged.place.section is None:
        return None, None
    section = sections[judged.place.section]
    block = judged.place.block
    return section["id"], None if block is None else section["blocks"][block]["id"]
