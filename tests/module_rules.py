"""Rules that no linter knows: how long a module may be, what it may not be called, its layer.

python -m tests.module_rules
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300
VAGUE_NAMES = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
NOT_SOURCE = {"migrations", "node_modules", "var", "__pycache__"}
WITHOUT_LAYER = {"benchmarks", "tests"}


def modules(root: Path) -> Iterator[Path]:
    """Every Python file of the project except migrations, as a path from its root."""
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root)
        hidden = any(part.startswith(".") for part in inside.parts)
        if not hidden and NOT_SOURCE.isdisjoint(inside.parts):
            yield inside


def too_long(root: Path, paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        lines = len((root / path).read_text(encoding="utf-8").splitlines())
        if lines > LONGEST:
            yield f"{path}: {lines} lines; past {LONGEST} it is two things"


def vaguely_named(paths: Iterable[Path]) -> Iterator[str]:
    """Modules and packages whose name says nothing; a module within a vague package counts once."""
    named = {path.with_suffix("") for path in paths}
    named |= {parent for path in named for parent in path.parents}
    for path in sorted(named):
        if path.name in VAGUE_NAMES:
            yield f"{path}: name it after what it holds, not {path.name!r}"


def without_layer(root: Path, layered: Iterable[str]) -> Iterator[str]:
    """Top-level packages that import-linter would never look at."""
    packages = {path.parent.name for path in root.glob("[!.]*/__init__.py")}
    for package in sorted(packages - set(layered) - WITHOUT_LAYER):
        yield f"{package}: add it to root_packages and the layers in pyproject.toml"


def layered_packages(root: Path) -> list[str]:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    packages: list[str] = settings["tool"]["importlinter"]["root_packages"]
    return packages


def broken_rules(root: Path) -> list[str]:
    paths = list(modules(root))
    return [
        *too_long(root, paths),
        *vaguely_named(paths),
        *without_layer(root, layered_packages(root)),
    ]


if __name__ == "__main__":
    broken = broken_rules(ROOT)
    print("\n".join(broken) or "Every module is short, well named and in a layer.")
    sys.exit(bool(broken))
