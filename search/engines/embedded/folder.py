"""The index's folder: generations side by side, and a pointer to the live one.

search/live.json              {"live": generation, "previous": generation or null}
search/rebuild.lock           who rebuilds
search/a1-s1-<stamp>/         a generation: versions of analysis and schema, when it was made
    tantivy/                  the engine's files
    position.json             how far it has followed the ledger
    writer.lock               who writes it
"""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import orjson

from search.analysis import ANALYSIS_VERSION
from search.engines.embedded.schema import SCHEMA_VERSION
from search.engines.engine import Position

VERSION = f"a{ANALYSIS_VERSION}-s{SCHEMA_VERSION}"
POINTER = "live.json"


def write_whole(path: Path, content: object) -> None:
    """Replace a file by a whole one: a reader, or a crash, meets the old or the new."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(orjson.dumps(content))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


@dataclass(frozen=True, slots=True)
class Generation:
    """One index on disk."""

    path: Path

    @property
    def tantivy(self) -> Path:
        return self.path / "tantivy"

    @property
    def position_file(self) -> Path:
        return self.path / "position.json"

    @property
    def is_of_this_version(self) -> bool:
        return self.path.name.startswith(f"{VERSION}-")

    def position(self) -> Position:
        """Raises FileNotFoundError for a generation that was never committed."""
        return Position(**orjson.loads(self.position_file.read_bytes()))

    def note(self, position: Position) -> None:
        write_whole(self.position_file, {"sequence": position.sequence, "mark": position.mark})


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """All generations."""

    root: Path

    @property
    def pointer(self) -> Path:
        return self.root / POINTER

    def live(self) -> Generation | None:
        """The generation that readers use; None before the first was made."""
        names = self._pointed()
        return Generation(self.root / names["live"]) if names else None

    def new(self) -> Generation:
        """An empty one, beside the others."""
        generation = Generation(self.root / f"{VERSION}-{time.time_ns():x}")
        generation.tantivy.mkdir(parents=True)
        return generation

    def swap(self, generation: Generation) -> None:
        """Make it the live one and keep the one before it."""
        names = self._pointed()
        previous = names["live"] if names else None
        write_whole(self.pointer, {"live": generation.path.name, "previous": previous})

    def tidy(self) -> list[str]:
        """Remove what is neither live nor the one before; gives the names of what went."""
        kept = set((self._pointed() or {}).values())
        gone = [path for path in self.root.glob("a*-s*-*") if path.name not in kept]
        for path in gone:
            shutil.rmtree(path, ignore_errors=True)
        return sorted(path.name for path in gone)

    def _pointed(self) -> dict[str, str] | None:
        try:
            names: dict[str, str] = orjson.loads(self.pointer.read_bytes())
        except FileNotFoundError:
            return None
        return names
