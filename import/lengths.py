"""What the editor's own forms would refuse: texts that are too long, names of another form."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models

from content_models.blocks.sections import ContentBlocks
from content_models.models import ApprovingBody, ProgrammeArea
from region_overlays.models import SupplementPage

from .assets import blocks_of
from .drafts import MODEL_OF_KIND
from .source import Refused, Source, SupplementsSource, line_of

CONTENT = ContentBlocks()


def check(source: Source) -> None:
    """Raises Refused with the line of what does not fit."""
    for line, name, value, model, field in _texts(source):
        held: models.Field[str, str] = getattr(model, field).field
        if held.max_length and len(value) > held.max_length:
            raise _too_long(name, value, held.max_length, line)
        try:
            held.run_validators(value)
        except ValidationError as error:
            raise Refused(f"“{name}”: {' '.join(error.messages)}", line=line) from error
    _check_blocks(source)


def _texts(source: Source) -> Iterator[tuple[int, str, str, type[models.Model], str]]:
    """Line, member, its value, and the model's field that will hold it."""
    if source.approved:
        yield line_of(source, "approved"), "approved", source.approved.by, ApprovingBody, "name"
    if isinstance(source, SupplementsSource):
        for item in source.supplements:
            yield item.line, "id", item.id, SupplementPage, "supplement_id"
        return
    model, area = MODEL_OF_KIND[source.kind], source.programme_area or ""
    for name in ("key", "title", "summary"):
        yield line_of(source, name), name, getattr(source, name), model, name
    counterpart = source.counterpart or ""
    yield line_of(source, "counterpart"), "counterpart", counterpart, model, "counterpart_key"
    yield line_of(source, "programme_area"), "programme_area", area, ProgrammeArea, "name"


def _check_blocks(source: Source) -> None:
    for block in blocks_of(source):
        fields = CONTENT.child_blocks[block.type].child_blocks
        for name, value in block.attributes.items():
            longest = getattr(getattr(fields.get(name), "field", None), "max_length", None)
            if longest and len(value) > longest:
                raise _too_long(name, value, longest, block.line)


def _too_long(name: str, value: str, longest: int, line: int) -> Refused:
    return Refused(f"“{name}” has {len(value)} characters; allowed are {longest}", line=line)
