"""Finding the files and reading them once: content, assets beside them, and one digest of both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .parse import MAX_BYTES
from .source import Refused

MAX_ASSET_BYTES = 20 * 1024 * 1024


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


def folders_of(paths: Iterable[str]) -> set[str]:
    """The folders asked for as a whole, absolute."""
    return {str(Path(text).resolve()) for text in paths if Path(text).is_dir()}


def _below(start: Path) -> Iterator[Found]:
    if start.is_file():
        folder = start.resolve().parent
        yield Found(str(start), start.resolve(), str(folder), start.name)
        return
    if not start.is_dir():
        raise CannotStart(f"{start}: no such file or folder")
    root = start.resolve()
    for path in sorted(start.rglob("*.md")):
        relative = path.relative_to(start)
        hidden = any(piece.startswith(".") for piece in relative.parts)
        if path.is_file() and not hidden:
            yield Found(str(path), root / relative, str(root), str(relative))


def read_content(found: Found) -> bytes:
    """The file's bytes; raises Refused without reading what is too large."""
    try:
        size = found.path.stat().st_size
        if size > MAX_BYTES:
            raise Refused(
                f"the file has {size:,} bytes; allowed are at most {MAX_BYTES:,}", line=None
            )
        return found.path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}", line=None) from error


def read_assets(found: Found, names: Mapping[str, int]) -> dict[str, bytes]:
    """Name → bytes of the files beside the Markdown; `names` gives each one's line.

    Raises Refused, with the line that names the file.
    """
    assets: dict[str, bytes] = {}
    for name, line in names.items():
        path = (found.path.parent / name).resolve()
        if not path.is_relative_to(Path(found.folder)) and path.parent != found.path.parent:
            raise Refused(f"“{name}” lies outside the imported folder", line=line)
        if not path.is_file():
            raise Refused(f"“{name}” is not there; files lie beside the Markdown", line=line)
        if path.stat().st_size > MAX_ASSET_BYTES:
            raise Refused(
                f"“{name}” is larger than the {MAX_ASSET_BYTES // 1024 // 1024} MB allowed",
                line=line,
            )
        assets[name] = path.read_bytes()
    return assets


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
