"""One composition as the contract's JSON: editions merged, joined with what depends on others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import orjson
from django.conf import settings

from cms.api.counterparts import counterpart_of
from cms.api.reference import Reference
from cms.api.seo import seo
from cms.api.serving import Served
from content_models.editions.reading import LivePart, StoredEdition
from region_overlays.composition import Composition, NationalPart, SupplementPart, compose
from region_overlays.languages import Choice, written_for

Json = dict[str, Any]
TRANSLATION_OUTDATED = {"region": None, "section": None, "reason": "translation-outdated"}


@dataclass(frozen=True)
class Article:
    """Everything that one page is made from."""

    served: Served
    choices: Sequence[Choice]
    """Each supplement of the region asked for, withdrawn ones too."""
    region: str | None
    care_level: str | None
    reference: Reference
    today: date

    @property
    def edition(self) -> StoredEdition:
        return self.served.part.edition

    @cached_property
    def national(self) -> NationalPart:
        return NationalPart.of(self.edition)

    @cached_property
    def supplements(self) -> list[LivePart]:
        return [choice.served for choice in self.choices if choice.served is not None]

    @cached_property
    def composition(self) -> Composition:
        supplements = [self.supplement(part) for part in self.supplements]
        return compose(self.national, supplements, today=self.today, care_level=self.care_level)

    def supplement(self, part: LivePart) -> SupplementPart:
        """A supplement that is not withdrawn, as composition reads it."""
        edition = part.edition
        origin = written_for(edition.language, self.served.live, self.served.part)
        is_served = origin is self.served.part
        return SupplementPart.of(
            edition,
            self.national if is_served else NationalPart.of(origin.edition),
            url=self.reference.body_links.get(edition.approved_by),
        )


def approval_of(edition: StoredEdition, reference: Reference) -> Json:
    """Date, body and the body's link."""
    by = edition.approved_by
    return {"date": edition.approved_on, "by": by, "url": reference.body_links.get(by)}


def page_of(article: Article) -> Json:
    """All members of a page, in the contract's order."""
    document, reference, served = article.national.document, article.reference, article.served
    addresses = reference.addresses([served.part.edition.key])[served.part.edition.key]
    languages = served.languages_in_order
    path = addresses.get(served.language, "")
    page: Json = {
        "key": document["key"],
        "kind": document["kind"],
        "audience": document["audience"],
        "language": served.asked,
        "served_language": served.language,
        "languages": languages,
        "out_of_date": served.is_out_of_date,
        "title": document["title"],
        "summary": document["summary"],
        "path": path,
        "breadcrumbs": breadcrumbs(path, reference),
        **classification(document, reference),
        "adaptations": document["adaptations"],
        "counterpart": counterpart_of(document["counterpart"], served.language, reference),
        "region": region_of(article.region, reference),
        **_composed(article),
        "review_by": document["review_by"],
        "overdue": is_overdue(document["review_by"], article.today),
        "first_published": served.part.first_published,
        "modified": article.edition.valid_from,
    }
    alternates = {code: addresses[code] for code in languages if code in addresses}
    page["seo"] = seo(page, base_url=settings.BASE_URL, addresses=alternates)
    page["receipt"] = _receipt(article)
    return page


def classification(document: Mapping[str, Any], reference: Reference) -> Json:
    """What an article is about and for whom: the members that pages and list items share."""
    codes, area = document["diagnosis_codes"], document["programme_area"]
    titles = reference.code_titles(codes)
    return {
        "diagnosis_codes": [{"code": code, "title": titles[code]} for code in codes],
        "programme_area": {"name": area, "url": reference.area_links.get(area)} if area else None,
        **{name: document[name] for name in ("care_levels", "ages", "reading", "perspective")},
    }


def breadcrumbs(path: str, reference: Reference) -> list[Json]:
    """The published folders that lead to a path, outermost first."""
    steps = path.strip("/").split("/")[:-1]
    above = ["/" + "/".join(steps[: place + 1]) + "/" for place in range(len(steps))]
    titles = reference.folder_titles(above)
    return [{"title": titles[step], "path": step} for step in above if titles[step]]


def is_overdue(review_by: str | None, today: date) -> bool:
    return review_by is not None and date.fromisoformat(review_by) < today


def region_of(code: str | None, reference: Reference) -> Json | None:
    if code is None:
        return None
    region = reference.regions[code]
    return {"code": code, "slug": region.slug, "name": region.name}


def _composed(article: Article) -> Json:
    composition, served = article.composition, article.served
    regional: dict[tuple[Any, ...], Json] = {}
    for part in composition.shown:
        region = part.document["region"]
        approved = {"date": part.approved_on, "by": part.approved_by, "url": part.approved_url}
        regional[region, part.approved_on, part.approved_by] = {"region": region, **approved}
    return {
        "sections": composition.sections,
        "withheld": [
            *[TRANSLATION_OUTDATED] * served.held_back,
            *(_outdated(choice.held_back[0]) for choice in article.choices if choice.held_back),
            *composition.withheld,
        ],
        "references": article.national.document["references"],
        "approvals": {
            "national": approval_of(article.edition, article.reference),
            "regional": list(regional.values()),
        },
    }


def _outdated(translation: LivePart) -> Json:
    """A supplement's translation that is held back, whether its source is served or not."""
    section = orjson.loads(translation.edition.document)["anchor"]["section"]
    return TRANSLATION_OUTDATED | {"region": translation.edition.region, "section": section}


def _receipt(article: Article) -> Json:
    shown = {part.document["part"] for part in article.composition.shown}
    editions = [article.edition] + [
        part.edition for part in article.supplements if part.edition.part in shown
    ]
    return {
        "sequence": max(edition.sequence for edition in editions),
        "parts": [receipt_part(edition) for edition in editions],
    }


def receipt_part(edition: StoredEdition) -> Json:
    """One edition as receipts name it."""
    part = {
        "part": edition.part,
        "sequence": edition.sequence,
        "sha256": edition.sha256,
        "approved": {"date": edition.approved_on, "by": edition.approved_by},
    }
    return part | {"self": True} if edition.is_self else part
