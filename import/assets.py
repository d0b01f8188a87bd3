"""Images and documents beside the Markdown → Wagtail's libraries, each content stored once."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from content_models.documents.image_files import FORMATS, MAX_PIXELS, Fault, NotShown, check

from .source import ArticleSource, Block, Refused, Source

FILE_ATTRIBUTES = ("src", "captions", "transcript")
ADDRESSES = ("http://", "https://")


def local_files(source: Source) -> dict[str, int]:
    """Names of the files that the source refers to → the line that does."""
    names: dict[str, int] = {}
    for block in blocks_of(source):
        for attribute in FILE_ATTRIBUTES:
            name = block.attributes.get(attribute, "")
            if name and not name.startswith(ADDRESSES):
                names.setdefault(name, block.line)
    return names


def blocks_of(source: Source) -> list[Block]:
    """Every block of an article or of all supplements of a file."""
    holders = source.sections if isinstance(source, ArticleSource) else source.supplements
    return [block for holder in holders for block in holder.blocks]


def check_files(source: Source, assets: dict[str, bytes]) -> None:
    """Raises Refused for a type that the libraries refuse, and for an image that is none."""
    for block in blocks_of(source):
        is_image = block.type == "image"
        allowed = settings.WAGTAILIMAGES_EXTENSIONS if is_image else settings.WAGTAILDOCS_EXTENSIONS
        for attribute in FILE_ATTRIBUTES:
            name = block.attributes.get(attribute, "")
            if name in assets:
                _check_type(name, allowed, block.line)
        if is_image:
            name = block.attributes["src"]
            _check_image(name, assets[name], block.line)


def _check_type(name: str, allowed: list[str], line: int) -> None:
    # The name decides as what the file is served.
    if PurePosixPath(name).suffix.lower().removeprefix(".") not in allowed:
        raise Refused(
            f"“{name}” is of a type that is not allowed; allowed: {', '.join(allowed)}", line=line
        )


def _check_image(name: str, content: bytes, line: int) -> None:
    try:
        check(name, content)
    except NotShown as reason:
        raise Refused(f"“{name}” {_WRONG[reason.fault]}", line=line) from reason


_WRONG = {
    Fault.NO_IMAGE: "is not an image that can be shown "
    f"({', '.join(dict.fromkeys(FORMATS.values()))}), or a damaged one",
    Fault.MISNAMED: "is an image of another format than its name says; name it as what it is",
    Fault.TOO_LARGE: f"has more pixels than the {MAX_PIXELS:,} allowed; make it smaller",
    Fault.MOVING: "moves, and readers cannot stop it; allowed are still images, and films "
    "as `::: video`",
}


def store_image(name: str, content: bytes) -> int:
    """The image's id in the library; the same content is stored once."""
    model = get_image_model()
    found = model.objects.filter(file_hash=_hash(content)).values_list("pk", flat=True).first()
    if found is not None:
        return int(found)
    image = model(title=PurePosixPath(name).stem, file=_file(name, content))
    image.file_size, image.file_hash = len(content), _hash(content)
    image.save()
    return int(image.pk)


def store_document(name: str, content: bytes) -> int:
    """The document's id in the library; the same content is stored once."""
    model = get_document_model()
    found = model.objects.filter(file_hash=_hash(content)).values_list("pk", flat=True).first()
    if found is not None:
        return int(found)
    document = model(title=PurePosixPath(name).stem, file=_file(name, content))
    document.file_size, document.file_hash = len(content), _hash(content)
    document.save()
    return int(document.pk)


def _file(name: str, content: bytes) -> ContentFile[bytes]:
    return ContentFile(content, name=PurePosixPath(name).name)


def _hash(content: bytes) -> str:
    # Wagtail's own file_hash is SHA-1; it tells files apart, it protects nothing.
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()
