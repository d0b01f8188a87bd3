"""What the editor's form sends, and what it gets back to insert; nothing is stored."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from content_models.blocks.sections import ContentBlocks
from content_models.pages.section_templates import TEMPLATES, Template
from content_models.pasting.blocks import blocks_of, running_html
from content_models.pasting.conversion import convert
from content_models.pasting.pieces import Paragraph, Piece
from content_models.pasting.placing import Article, Outlined, Placed, levelled, place
from content_models.pasting.told import told_of
from content_models.vocabulary import Kind

CONTENT = ContentBlocks()
MAX_SECTIONS = 500


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SectionInForm(Strict):
    id: Annotated[str, Field(max_length=1_000)]
    title: Annotated[str, Field(max_length=10_000)]
    level: int


class Paste(Strict):
    """`sections` is None where the form has none, as a supplement's; `at` is the number of the
    section that was pasted into.
    """

    html: str
    sections: Annotated[list[SectionInForm], Field(max_length=MAX_SECTIONS)] | None = None
    at: Annotated[int, Field(ge=0)] | None = None


class Step(Strict):
    """Blocks, as the form's own widgets begin with them, for one section (see `Placed`)."""

    place: int
    new: dict[str, Any] | None
    blocks: list[dict[str, Any]]


class Answer(Strict):
    steps: list[Step]
    html: str
    """All of it as one running text, for a field inside a block."""
    is_line: bool
    """One paragraph or less: it goes where the cursor is."""
    told: list[str]


def answer(paste: Paste, *, kind: str | None, in_source_language: bool) -> Answer:
    """Raises TooMuch."""
    pasted = convert(paste.html)
    pieces = levelled(pasted.pieces)
    placed = _placed(pieces, paste, kind, in_source_language=in_source_language)
    is_line = not pieces or (len(pieces) == 1 and isinstance(pieces[0], Paragraph))
    return Answer(
        steps=[_step(one) for one in placed],
        html=running_html(pieces),
        is_line=is_line,
        told=told_of(pieces, pasted.noted),
    )


def _placed(
    pieces: Sequence[Piece], paste: Paste, kind: str | None, *, in_source_language: bool
) -> list[Placed]:
    if paste.sections is None:
        return [Placed(0, pieces=list(pieces))]
    template = TEMPLATES[Kind(kind)] if kind in list(Kind) else Template(())
    at = paste.at if paste.at is not None and paste.at < len(paste.sections) else None
    article = Article(
        [Outlined(one.id, one.title, one.level) for one in paste.sections],
        at,
        # A translation has its own words for the headings.
        template.sections if in_source_language else (),
        template.is_fixed,
    )
    return place(pieces, article)


def _step(placed: Placed) -> Step:
    new = placed.new and {
        "id": str(uuid.uuid4()),
        "section_id": placed.new.id,
        "title": placed.new.title,
        "level": str(placed.new.level),
    }
    stored = CONTENT.to_python(blocks_of(placed.pieces))
    return Step(place=placed.place, new=new, blocks=CONTENT.get_form_state(stored))
