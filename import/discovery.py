"""Finding the files and reading them once: content, assets beside them, and one digest of both."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from .parse import MAX_BYTES
from .source import Refused

MAX_ASSET_BYTES = 20 * 1024 * 1024
MAX_PLACE = 1000
"""Characters of a folder's and of a file's path; what the record of an import holds."""


class CannotStart(Exception):
    """The command cannot begin: exit code 2."""


@dataclass(frozen=True, slots=True)
class Found:
    """A Markdown file on disk; `shown` is its path as the report names it."""

    shown: str
    path: Path
    folder: str
    """The absolute folder that the import was asked for; pruning stays within it."""
    relative: str


def find_files(paths: Iterable[str]) -> list[Found]:
    """Markdown files under the paths, each once, sorted; raises CannotStart."""
    found: dict[Path, Found] = {}
    for text in paths:
        for item in _below(Path(text)):
            found.setdefault(item.path, item)
    return sorted(found.values(), key=lambda item: item.shown)


def folders_of(paths: Iterable[str]) -> dict[str, Path]:
    """The folders asked for as a whole: absolute → as the user gave it."""
    return {str(Path(text).resolve()): Path(text) for text in paths if Path(text).is_dir()}


def _below(start: Path) -> Iterator[Found]:
    if start.is_file():
        folder = start.resolve().parent
        yield Found(_shown(start), start.resolve(), str(folder), start.resolve().name)
        return
    if not start.is_dir():
        raise CannotStart(f"{start}: no such file or folder")
    root = start.resolve()
    for path in sorted(start.rglob("*.md")):
        relative = path.relative_to(start)
        hidden = any(piece.startswith(".") for piece in relative.parts)
        if path.is_file() and not hidden:
            yield Found(_shown(path), root / relative, str(root), str(relative))


def _shown(path: Path) -> str:
    """The path as text that can be printed and kept, whatever bytes the file system holds."""
    return os.fsencode(path).decode(errors="backslashreplace")


def read_content(found: Found) -> bytes:
    """The file's bytes; raises Refused without reading what is too large."""
    _check_place(found)
    try:
        size = found.path.stat().st_size
        if size > MAX_BYTES:
            raise Refused(
                f"the file has {size:,} bytes; allowed are at most {MAX_BYTES:,}", line=None
            )
        return found.path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}", line=None) from error


def _check_place(found: Found) -> None:
    try:
        str(found.path).encode()
    except UnicodeEncodeError as error:
        raise Refused("the file's name is not UTF-8; rename the file", line=None) from error
    if max(len(found.folder), len(found.relative)) > MAX_PLACE:
        raise Refused(
            f"the path is longer than the {MAX_PLACE} characters allowed; move the file", line=None
        )


def read_assets(found: Found, names: Mapping[str, int]) -> dict[str, bytes]:
    """Name → bytes of the files beside the Markdown; `names` gives each one's line.

    Raises Refused, with the line that names the file.
    """
    return {name: _read_asset(found, name, line) for name, line in names.items()}


def _read_asset(found: Found, name: str, line: int) -> bytes:
    try:
        path = _in_any_form(found.path.parent / name).resolve()
        if not path.is_relative_to(found.folder) and path.parent != found.path.parent:
            raise Refused(f"“{name}” lies outside the imported folder", line=line)
        if not path.is_file():
            raise Refused(f"“{name}” is not there; files lie beside the Markdown", line=line)
        if path.stat().st_size > MAX_ASSET_BYTES:
            raise Refused(
                f"“{name}” is larger than the {MAX_ASSET_BYTES // 1024 // 1024} MB allowed",
                line=line,
            )
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # a name too long, a link that leads to itself
        raise Refused(f"“{name}” cannot be read", line=line) from error


def _in_any_form(path: Path) -> Path:
    """The path, or the one that only another Unicode form tells from it: Macs write o + ¨ for ö."""
    if path.exists() or str(path).isascii():
        return path
    folder = path.parent if path.parent.is_dir() else _in_any_form(path.parent)
    wanted = normalize("NFC", path.name)
    beside = folder.iterdir() if folder.is_dir() else ()
    return next((one for one in beside if normalize("NFC", one.name) == wanted), path)


def digest_of(content: bytes, assets: Mapping[str, bytes]) -> str:
    """One sha256 over the file and its assets."""
    total = hashlib.sha256(content)
    for name in sorted(assets):
        total.update(f"\0{name}\0".encode())
        total.update(hashlib.sha256(assets[name]).digest())
    return total.hexdigest()


def digest_on_disk(found: Found, content: bytes, names: Iterable[str]) -> str | None:
    """The digest as the last import would have taken it; None if an asset is gone."""
    try:
        return digest_of(content, read_assets(found, dict.fromkeys(names, 0)))
    except Refused:
        return None
