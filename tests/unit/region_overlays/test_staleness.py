"""The states of a supplement, what leads from one to another, and which comes first."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from content_models.editions.staleness import safety_changes
from region_overlays.anchors import NoSuchPlace, anchor_at
from region_overlays.staleness import NationalPart, Standing, Status, has_expired, standing_of

from .parts import TODAY, block, national, section

CURRENT, CHANGED, LOST, EXPIRED, WITHDRAWN = Status


@dataclass
class Story:
    """One supplement after the block `a`, and what happens to it and to the text around it."""

    words: dict[str, str] = field(default_factory=lambda: {"a": "Ett", "b": "Två", "c": "Tre"})
    sequence: int = 1
    published: int = 2
    is_withdrawn: bool = False
    is_live: bool = True
    last_day: date | None = None
    edition: NationalPart = field(init=False)
    anchor: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.edition = NationalPart(self._document(), self.sequence, {})
        self.anchor = anchor_at(self.edition.document, "utredning", "a")
        self.sequence = self.published

    def tell(self, step: str) -> None:
        """With an exclamation mark the national change is one of safety."""
        {
            "reword": lambda: self._national({"a": f"Ett {self.sequence}"}, step),
            "restore": lambda: self._national({"a": "Ett"}, step),
            "remove": lambda: self._national({"a": ""}, step),
            "elsewhere": lambda: self._national({"c": f"Tre {self.sequence}"}, step),
            "move": lambda: self._national({"a": "", "a ": "Ett"}, step),
            "unpublish": lambda: setattr(self, "is_live", False),
            "publish": lambda: setattr(self, "is_live", True),
            "confirm": self._confirm,
            "edit": self._supplement,
            "extend": lambda: self._supplement(TODAY + timedelta(days=30)),
            "withdraw": lambda: setattr(self, "is_withdrawn", True),
            "its last day": lambda: setattr(self, "last_day", TODAY),
            "the day after": lambda: setattr(self, "last_day", TODAY - timedelta(days=1)),
        }[step.rstrip("!")]()

    def standing(self) -> Standing:
        valid_until = self.last_day.isoformat() if self.last_day else None
        document = {"anchor": self.anchor, "valid_until": valid_until}
        return standing_of(
            None if self.is_withdrawn else document,
            self.published,
            self.edition if self.is_live else None,
            TODAY,
        )

    def _document(self) -> dict[str, Any]:
        said = {name: text for name, text in self.words.items() if text}
        first = [block(name, said[name]) for name in ("a", "b") if name in said]
        second = [block(name.strip(), said[name]) for name in ("c", "a ") if name in said]
        document = national(section("utredning", *first), section("behandling", *second)).document
        return dict(document)

    def _national(self, words: dict[str, str], step: str) -> None:
        self.sequence += 1
        self.words |= words
        document = self._document()
        changes = safety_changes(
            dict(self.edition.safety_changes),
            json.dumps(self.edition.document),
            json.dumps(document),
            is_safety=step.endswith("!"),
            sequence=self.sequence,
        )
        self.edition = NationalPart(document, self.sequence, changes)

    def _supplement(self, last_day: date | None = None) -> None:
        self.sequence += 1
        self.published, self.is_withdrawn = self.sequence, False
        self.last_day = last_day or self.last_day

    def _confirm(self) -> None:
        """A new edition, anchored to what is written there now."""
        try:
            self.anchor = anchor_at(self.edition.document, "utredning", "a")
        except NoSuchPlace:
            self.anchor = anchor_at(self.edition.document, "utredning", None)
        self._supplement()


def told(*steps: str) -> Story:
    story = Story()
    for step in steps:
        story.tell(step)
    return story


@pytest.mark.parametrize(
    ("steps", "status", "is_withheld"),
    [
        ([], CURRENT, False),
        (["elsewhere"], CURRENT, False),
        (["elsewhere!"], CURRENT, False),
        (["move!"], CURRENT, False),
        # The text that it is anchored to says something else, or what it said again.
        (["reword"], CHANGED, False),
        (["reword", "restore"], CURRENT, False),
        (["reword", "confirm"], CURRENT, False),
        (["reword", "edit"], CHANGED, False),
        (["confirm", "reword"], CHANGED, False),
        # It is gone, or comes back.
        (["remove"], LOST, False),
        (["reword", "remove"], LOST, False),
        (["remove", "restore"], CURRENT, False),
        (["remove", "confirm"], CURRENT, False),
        (["unpublish"], LOST, False),
        (["unpublish", "publish"], CURRENT, False),
        # A safety change there withholds it, until it is confirmed or the text is as it was.
        (["reword!"], CHANGED, True),
        (["reword", "reword!"], CHANGED, True),
        (["reword!", "reword"], CHANGED, True),
        (["reword!", "elsewhere"], CHANGED, True),
        (["reword!", "edit"], CHANGED, False),
        (["reword!", "confirm"], CURRENT, False),
        (["reword!", "restore"], CURRENT, False),
        (["reword!", "confirm", "reword"], CHANGED, False),
        (["reword!", "confirm", "reword!"], CHANGED, True),
        (["reword", "elsewhere!"], CHANGED, False),
        (["remove!"], LOST, True),
        (["reword!", "remove"], LOST, True),
        (["remove!", "edit"], LOST, False),
        (["remove!", "confirm"], CURRENT, False),
        (["remove!", "restore"], CURRENT, False),
        # Of what is lost nobody can tell what a safety change touched.
        (["remove", "elsewhere!"], LOST, True),
        (["elsewhere!", "edit", "remove"], LOST, False),
        # Its last day holds; after it nothing else counts, but that it is withdrawn.
        (["its last day"], CURRENT, False),
        (["its last day", "reword"], CHANGED, False),
        (["the day after"], EXPIRED, True),
        (["the day after", "reword"], EXPIRED, True),
        (["the day after", "remove!"], EXPIRED, True),
        (["the day after", "unpublish"], EXPIRED, True),
        (["the day after", "confirm"], EXPIRED, True),
        (["the day after", "extend"], CURRENT, False),
        (["the day after", "reword", "extend"], CHANGED, False),
        (["withdraw"], WITHDRAWN, False),
        (["reword!", "withdraw"], WITHDRAWN, False),
        (["remove", "withdraw"], WITHDRAWN, False),
        (["the day after", "withdraw"], WITHDRAWN, False),
        (["withdraw", "unpublish"], WITHDRAWN, False),
        (["withdraw", "edit"], CURRENT, False),
        (["reword!", "withdraw", "edit"], CHANGED, False),
        (["withdraw", "reword!", "edit"], CHANGED, False),
    ],
    ids=str,
)
def test_what_leads_to_which_state(steps: list[str], status: Status, is_withheld: bool) -> None:
    standing = told(*steps).standing()
    assert (standing.status, standing.is_withheld) == (status, is_withheld)


def test_where_it_stands_follows_its_block() -> None:
    assert told("move").standing().place.section == 1
    assert told("reword").standing().place.section == 0
    assert told("remove").standing().place.block is None
    assert told("unpublish").standing().place.section is None


@pytest.mark.parametrize("valid_until", [TODAY, TODAY.isoformat()])
def test_the_last_day_itself_still_holds(valid_until: date | str) -> None:
    assert not has_expired(valid_until, TODAY)
    assert has_expired(valid_until, TODAY + timedelta(days=1))


def test_without_a_last_day_it_holds_until_it_is_withdrawn() -> None:
    assert not has_expired(None, date.max)


def test_a_document_from_before_there_were_last_days_has_none() -> None:
    edition = national(section("utredning", block("a")))
    anchor = anchor_at(edition.document, "utredning", "a")
    assert standing_of({"anchor": anchor}, 11, edition, date.max).status is Status.CURRENT
