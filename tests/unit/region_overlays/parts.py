"""National and regional documents in the shape that editions hold, and strategies for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from region_overlays.composition import Composition, NationalPart, SupplementPart, compose

TODAY = date(2026, 11, 24)
LEVELS = [[], ["primary"], ["specialised"], ["primary", "specialised"]]


def block(id: str, html: str = "", *, levels: list[str] | None = None) -> dict[str, Any]:
    return {"type": "text", "id": id, "care_levels": levels or [], "html": html or f"<p>{id}</p>"}


def section(id: str, *blocks: dict[str, Any], title: str = "") -> dict[str, Any]:
    found = [set(item["care_levels"]) for item in blocks]
    levels = sorted(set().union(*found)) if found and all(found) else []
    return {
        "id": id,
        "title": title or id.capitalize(),
        "level": 2,
        "care_levels": levels,
        "blocks": list(blocks),
    }


def national(
    *sections: dict[str, Any], safety: dict[str, int] | None = None, sequence: int = 10
) -> NationalPart:
    anchors = {}
    for part in sections:
        hashes = {item["id"]: item["html"] for item in part["blocks"]}
        anchors |= hashes | {f"#{part['id']}": "|".join(hashes.values())}
    document = {"sections": list(sections), "anchors": anchors}
    return NationalPart(document, sequence, safety or {})


def supplement(
    written_for: NationalPart,
    at: str = "utredning",
    after: str | None = None,
    *,
    id: str = "",
    position: int = 0,
    levels: list[str] | None = None,
    language: str = "sv",
    region: str = "14",
    sequence: int = 11,
    blocks: list[dict[str, Any]] | None = None,
    valid_until: str | None = None,
) -> SupplementPart:
    """Written for that edition as it stands; a later one may have moved on."""
    anchors = written_for.document["anchors"]
    anchor = {
        "section": at,
        "block": after,
        "hash": anchors.get(after or f"#{at}", ""),
        "quote": "",
    }
    document = {
        "id": id or at,
        "region": region,
        "language": language,
        "position": position,
        "anchor": anchor,
        "care_levels": levels,
        "blocks": [block("r1", "<p>Regional text.</p>")] if blocks is None else blocks,
        "references": [],
        "valid_until": valid_until,
    }
    by = "Västra Götalandsregionen"
    return SupplementPart(document, sequence, date(2022, 2, 6), by, None, written_for)


def merged(
    national: NationalPart,
    supplements: list[SupplementPart],
    *,
    today: date = TODAY,
    care_level: str | None = None,
) -> Composition:
    """What compose() gives on a day that is as good as any."""
    return compose(national, supplements, today=today, care_level=care_level)


@st.composite
def editions(draw: st.DrawFn) -> NationalPart:
    """A national edition of up to four sections with blocks of any care level."""
    sizes = draw(st.lists(st.integers(0, 3), max_size=4))
    sections = [
        section(
            f"s{number}",
            *(
                block(
                    f"s{number}b{place}",
                    draw(st.sampled_from(["<p>Ett</p>", "<p>Två</p>"])),
                    levels=draw(st.sampled_from(LEVELS)),
                )
                for place in range(size)
            ),
        )
        for number, size in enumerate(sizes)
    ]
    changed = draw(st.dictionaries(st.sampled_from(["s0b0", "s1b0", "#s0"]), st.integers(1, 20)))
    return national(*sections, safety=changed)


@st.composite
def supplements(draw: st.DrawFn) -> list[SupplementPart]:
    """Supplements to an edition that may be another one than is served."""
    origin = draw(editions())
    return [
        supplement(
            origin,
            draw(st.sampled_from(["s0", "s1", "s2", "borta"])),
            draw(st.sampled_from([None, "s0b0", "s1b0", "s1b1", "borta"])),
            id=f"t{number}",
            position=draw(st.integers(0, 2)),
            levels=draw(st.sampled_from([None, *LEVELS[1:]])),
            sequence=draw(st.integers(1, 20)),
            blocks=[block("r", levels=draw(st.sampled_from(LEVELS)))],
        )
        for number in range(draw(st.integers(0, 5)))
    ]
