"""Why each supplement of an article is in an answer, or is not.

Pure. Of what was composed, this repeats composition's own judgement; the rest was never given to
it, and the reason is what kept it from being given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from content_models.editions.reading import LivePart
from region_overlays.composition import Composition
from region_overlays.judging import Judged, Reason
from region_overlays.languages import Choice


@dataclass(frozen=True, slots=True)
class Explained:
    """A supplement in one of its languages."""

    part: LivePart
    reason: Reason
    judged: Judged | None
    """How it stands, whether composed or not; None of what is withdrawn, which says nothing."""


Judge = Callable[[LivePart], Judged]
"""How a supplement would stand that was not composed."""


def explained(
    choices: Iterable[Choice], composition: Composition, *, region: str | None, judge: Judge
) -> list[Explained]:
    """All of them, of every region: first those that are shown, as a reader meets them."""
    composed = {one.part.document["part"]: one for one in composition.judged}
    every = [one for choice in choices for one in _of_choice(choice, composed, region, judge)]
    in_order = sorted(composition.judged, key=lambda one: one.reading_order)
    place = {one.part.document["part"]: number for number, one in enumerate(in_order)}
    return sorted(every, key=lambda one: _order(one, place))


def _of_choice(
    choice: Choice, composed: dict[str, Judged], region: str | None, judge: Judge
) -> Iterator[Explained]:
    for part in choice.languages.values():
        found = composed.get(part.edition.part)
        if found is not None:
            yield Explained(part, found.reason, found)
        else:
            judged = None if part.edition.tombstone else judge(part)
            yield Explained(part, _not_composed(part, choice, region), judged)


def _not_composed(part: LivePart, choice: Choice, region: str | None) -> Reason:
    """The first of the ways to be left out before anything is composed."""
    if part.edition.tombstone:
        return Reason.WITHDRAWN
    if part.edition.region != region:
        return Reason.REGION
    is_held_back = any(part is held for held in choice.held_back)
    return Reason.TRANSLATION_OUTDATED if is_held_back else Reason.LANGUAGE


def _order(one: Explained, place: dict[str, int]) -> tuple[bool, int, str]:
    part = one.part.edition.part
    return one.reason is not Reason.SHOWN, place.get(part, len(place)), part
