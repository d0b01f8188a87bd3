"""The sections that articles of a kind are offered, and keep: ids, headings, levels, order."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from content_models.vocabulary import Kind

Raw = dict[str, Any]
WELCOME, RESEARCH, ABOUT_THE_SITE = "valkommen", "forskning-och-rapporter", "om-webbplatsen"
"""The sections of start pages that have a place of their own in `GET /start`."""


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A heading, in the source language."""

    id: str
    title: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Template:
    """`is_fixed`: headings of level 2 and 3 are the template's, deeper ones are free."""

    sections: tuple[TemplateSection, ...]
    is_fixed: bool = False


Outline = Sequence[tuple[str, str, int]]
"""Sections as (id, heading, level)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What in an article's sections is not as its template says; `place` is the section's."""

    place: int
    what: str
    """`heading`, `order` or `unknown`."""
    found: tuple[str, str, int]
    expected: TemplateSection | None = None
    before: TemplateSection | None = None


def _sections(*facts: tuple[str, str] | tuple[str, str, int]) -> tuple[TemplateSection, ...]:
    return tuple(TemplateSection(*fact) for fact in facts)


TEMPLATES: dict[Kind, Template] = {
    Kind.KNOWLEDGE_SUPPORT: Template(
        _sections(
            ("omfattning", "Omfattning av kunskapsstödet"),
            ("om-halsotillstandet", "Om hälsotillståndet"),
            ("definition", "Definition", 3),
            ("forekomst", "Förekomst", 3),
            ("orsaker", "Orsaker", 3),
            ("riskfaktorer", "Riskfaktorer", 3),
            ("samsjuklighet", "Samsjuklighet", 3),
            ("utredning", "Utredning"),
            ("symtom", "Symtom", 3),
            ("anamnes", "Anamnes", 3),
            ("klinisk-undersokning", "Klinisk undersökning", 3),
            ("handlaggning-vid-utredning", "Handläggning vid utredning", 3),
            ("differentialdiagnoser", "Differentialdiagnoser", 3),
            ("behandling", "Behandling"),
            ("behandlingsval", "Behandlingsval", 3),
            ("lakemedelsbehandling", "Läkemedelsbehandling", 3),
            ("komplikationer", "Komplikationer"),
            ("uppfoljning", "Uppföljning"),
            ("sjukskrivning", "Sjukskrivning och andra intyg"),
            ("prevention", "Prevention"),
            ("patientmedverkan", "Patientmedverkan och kommunikation"),
            ("stod-och-information", "Stöd och information för patient och närstående", 3),
        ),
        is_fixed=True,
    ),
    Kind.CITIZEN_ARTICLE: Template(
        _sections(
            ("symtom", "Symtom"),
            ("soka-vard", "När och var ska jag söka vård?"),
            ("undersokning", "Undersökning"),
            ("behandling", "Behandling"),
            ("gora-sjalv", "Vad kan jag göra själv?"),
            ("e-tjanster", "E-tjänster"),
        )
    ),
    Kind.YOUTH_PAGE: Template(
        _sections(
            ("varfor", "Varför ska du dit?"),
            ("innan", "Innan du går"),
            ("sa-gar-det-till", "Så går det till"),
            ("om-du-ar-radd", "Om du är rädd"),
            ("efterat", "Efteråt"),
        )
    ),
    Kind.NEWS: Template(()),
    Kind.START_PAGE: Template(
        _sections(
            (WELCOME, "Välkommen"),
            (RESEARCH, "Forskning och rapporter"),
            (ABOUT_THE_SITE, "Om webbplatsen"),
        )
    ),
}
"""What a new article of the kind begins with. A section that is left empty is not shown."""


def offered(kind: Kind) -> list[Raw]:
    """The template as stored sections, to begin a new article with."""
    return [
        {
            "type": "section",
            "id": str(uuid.uuid4()),
            "value": {
                "section_id": section.id,
                "title": section.title,
                "level": str(section.level),
                "blocks": [],
            },
        }
        for section in TEMPLATES[kind].sections
    ]


def faults_in(sections: Outline, template: Template) -> Iterator[Fault]:
    """What differs from a fixed template: sections may be left out, but those that are there are
    the template's, with its headings, levels and order.
    """
    if not template.is_fixed:
        return
    places = {section.id: place for place, section in enumerate(template.sections)}
    latest = -1
    for place, found in enumerate(sections):
        name, *heading = found
        if name not in places:
            yield Fault(place, "unknown", found)
            continue
        expected = template.sections[places[name]]
        if heading != [expected.title, expected.level]:
            yield Fault(place, "heading", found, expected)
        if places[name] < latest:
            yield Fault(place, "order", found, expected, template.sections[latest])
        latest = max(latest, places[name])


def new_faults(sections: Outline, before: Outline, template: Template) -> list[Fault]:
    """Those that the version before did not have: what was imported otherwise stays editable."""
    known = {(fault.what, fault.found) for fault in faults_in(before, template)}
    faults = faults_in(sections, template)
    return [fault for fault in faults if (fault.what, fault.found) not in known]
