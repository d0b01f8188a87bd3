"""Files that editions show: copies named by content, so that replacing one publishes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Protocol

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

FOLDER = "published"


class StoredFile(Protocol):
    @property
    def file(self) -> File: ...  # type: ignore[type-arg]


class FileMissing(Exception):
    """A block shows an image or a file that is no longer in the library or in storage."""

    def __init__(self, what: str, pk: int) -> None:
        super().__init__(f"{what} {pk} is missing; choose another one")


class AltMissing(FileMissing):
    """An image that says nothing to those who do not see it, and is not only decoration."""

    def __init__(self, title: str) -> None:
        message = _("The image “%(title)s”: describe it, or mark it as only decoration.")
        Exception.__init__(self, message % {"title": title})


def published_path(stored: StoredFile) -> str:
    """The address of an unchanging copy of the file, made if it is not there yet."""
    content = content_of(stored)
    suffix = PurePosixPath(stored.file.name or "").suffix.lower()
    return _kept(hashlib.sha256(content).hexdigest() + suffix, lambda: content)


def published_as(name: str, suffix: str, make: Callable[[], bytes]) -> str:
    """The address of a file that `name` says all about, made if it is not there yet."""
    return _kept(hashlib.sha256(name.encode()).hexdigest() + suffix, make)


def content_of(stored: StoredFile) -> bytes:
    with stored.file.open("rb") as source:
        content: bytes = source.read()
    return content


def _kept(file_name: str, make: Callable[[], bytes]) -> str:
    name = f"{FOLDER}/{file_name}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(make()))
    return default_storage.url(name)
