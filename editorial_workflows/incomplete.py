"""What a draft lacks, each fault with its place: field › section › block › part of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlockValidationError
from wagtail.fields import StreamField

Path = tuple[str, ...]


def lacking_in(draft: Any) -> list[str]:
    """One line for each fault of the page, each line once; a draft may be saved with them."""
    found: dict[str, list[ValidationError]] = {}
    try:
        draft.full_clean()
    except ValidationError as invalid:
        found |= invalid.error_dict
    for name, unfinished in _unfinished_blocks(draft):
        found[name] = [*found.get(name, []), unfinished]
    lines = [
        f"{' › '.join([_label(draft, name), *path])}: {message}"
        for name, errors in found.items()
        for error in errors
        for path, message in _faults(error, getattr(draft, name, None))
    ]
    return list(dict.fromkeys(lines))


def _unfinished_blocks(draft: Any) -> Iterator[tuple[str, ValidationError]]:
    """Wagtail asks what a block needs in its form alone, and of drafts not even there."""
    for field in draft._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(draft, field.name))
            except ValidationError as invalid:
                yield field.name, invalid


def _label(draft: Any, name: str) -> str:
    if name not in {field.name for field in draft._meta.get_fields()}:
        return name
    return str(getattr(draft._meta.get_field(name), "verbose_name", name))


def _faults(error: ValidationError, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(error, StreamBlockValidationError):
        yield from _of_stream(error, value)
    elif isinstance(error, StructBlockValidationError):
        yield from _of_struct(error, value)
    elif isinstance(error, TypedTableBlockValidationError):
        yield from _of_table(error)
    else:
        for message in error.messages:
            yield (), message


def _own(error: Any) -> Iterator[tuple[Path, str]]:
    for message in error.non_block_errors:
        yield (), str(message)


def _of_stream(error: StreamBlockValidationError, stream: Any) -> Iterator[tuple[Path, str]]:
    told = list(_own(error))
    yield from told
    for place, inner in error.block_errors.items():
        child = stream[place]
        for path, message in _faults(inner, child.value):
            # What the stream says of all its blocks stands at each of them too.
            if ((), message) not in told:
                yield (_name(child), *path), message


def _of_struct(error: StructBlockValidationError, struct: Any) -> Iterator[tuple[Path, str]]:
    yield from _own(error)
    for name, inner in error.block_errors.items():
        label = str(struct.block.child_blocks[name].label)
        for path, message in _faults(inner, struct.get(name)):
            # A section's content needs no name of its own on the way to a block.
            yield (
                (path if isinstance(inner, StreamBlockValidationError) else (label, *path)),
                message,
            )


def _of_table(error: TypedTableBlockValidationError) -> Iterator[tuple[Path, str]]:
    yield from _own(error)
    for row, cells in (error.cell_errors or {}).items():
        for column, inner in cells.items():
            for message in inner.messages:
                yield (f"{row + 1}:{column + 1}",), message


def _name(child: Any) -> str:
    """Its heading, if it has one."""
    title = child.value.get("title") if hasattr(child.value, "get") else None
    return str(title or child.block.label)
