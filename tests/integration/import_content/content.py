"""Markdown files to import, and a run of the command with what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from content_models.documents.rendering import stored
from content_models.editions.models import CurrentEdition, Edition
from content_models.models import ArticleKey
from region_overlays.models import SupplementPage

APPROVED = "{date: 2022-01-10, by: Nationellt programområde ögonsjukdomar}"
REGIONAL = "{date: 2022-02-06, by: Västra Götalandsregionen}"
BODY = "## Utredning {#utredning}\n\nFörsta stycket.\n\nAndra stycket.\n"
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def article(
    key: str = "katarakt",
    body: str = BODY,
    *,
    kind: str = "knowledge-support",
    approved: str | None = APPROVED,
    **members: object,
) -> str:
    """One article's file; a member given as None is left out."""
    front = {"kind": kind, "key": key, "title": key.capitalize(), "approved": approved, **members}
    return _file(front, body)


def supplement(
    *containers: str,
    to: str = "katarakt",
    region: str = "14",
    approved: str | None = REGIONAL,
    **members: object,
) -> str:
    """One region's file; each container is what `supplements` gives."""
    front = {"kind": "supplement", "article": to, "region": f'"{region}"', "approved": approved}
    return _file(front | members, "\n".join(containers or (placed(),)))


def placed(text: str = "Ring mottagningen.", *, at: str = "utredning", **attributes: object) -> str:
    """`placed("Text.", at="utredning", after=1)` → a supplement's container."""
    rest = "".join(f" {name}={value}" for name, value in attributes.items())
    return f"::: supplement at={at}{rest}\n{text}\n:::\n"


def sections(**texts: str) -> str:
    """`sections(utredning="Ett.", behandling="Två.")` → a body."""
    return "".join(f"## {id.capitalize()} {{#{id}}}\n\n{text}\n\n" for id, text in texts.items())


def _file(front: dict[str, object], body: str) -> str:
    members = "".join(f"{name}: {value}\n" for name, value in front.items() if value is not None)
    return f"---\n{members}---\n{body}"


def write(folder: Path, **files: str | bytes) -> Path:
    """`write(folder, katarakt=article())` → katarakt.md; gives the folder."""
    for name, content in files.items():
        put(folder / f"{name}.md", content)
    return folder


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def picture(colour: str = "red", size: tuple[int, int] = (4, 3), format: str = "PNG") -> bytes:
    """An image's bytes."""
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, format)
    return file.getvalue()


@dataclass(frozen=True)
class Result:
    """What a run said; `report` holds base names, as tests rarely care for folders."""

    code: int
    raw: dict[str, Any]
    out: str
    err: str

    def names(self, outcome: str) -> list[str]:
        return [Path(path).name for path in self.raw[outcome]]

    @property
    def done(self) -> dict[str, list[str]]:
        """Every outcome that is not empty → the files' names."""
        outcomes = ("created", "changed", "same", "pruned")
        done = {name: self.names(name) for name in outcomes if self.raw[name]}
        rejected = [Path(one["path"]).name for one in self.raw["rejected"]]
        return done | ({"rejected": rejected} if rejected else {})

    @property
    def refusal(self) -> tuple[int | None, str]:
        """Line and message of the only refusal."""
        (only,) = self.raw["rejected"]
        return only["line"], only["message"]


def run(*paths: object, report: Path | None = None, **options: Any) -> Result:
    """The command, whatever its exit code; one that cannot start has an empty report."""
    file = report or Path(str(paths[0])).absolute().parent / "report.json"
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command(
            "import_content", *map(str, paths), report=file, stdout=out, stderr=err, **options
        )
    except SystemExit as stop:
        code = int(str(stop.code))
    except CommandError as error:
        return Result(error.returncode, {}, out.getvalue(), str(error))
    return Result(code, json.loads(file.read_text()), out.getvalue(), err.getvalue())


def published(*paths: object, **options: Any) -> Result:
    """A run with --publish."""
    return run(*paths, publish=True, **options)


@contextmanager
def written() -> Iterator[list[str]]:
    """The statements that write, of those run inside."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [one["sql"] for one in captured if one["sql"].lstrip('( "').startswith(WRITES)]


def page_of(key: str = "katarakt", language: str = "sv") -> Any:
    return ArticleKey.objects.get(key=key, language=language).page.specific


def draft_of(key: str = "katarakt", language: str = "sv") -> Any:
    return page_of(key, language).get_latest_revision_as_object()


def supplement_of(id: str = "utredning", region: str = "14", key: str = "katarakt") -> Any:
    return SupplementPage.objects.get(article_key=key, region_id=region, supplement_id=id)


def live_parts() -> list[str]:
    """The parts that readers get."""
    rows = CurrentEdition.objects.filter(tombstone=False)
    return sorted(rows.values_list("part", flat=True))


def editions() -> list[str]:
    """Every edition's part in order; a tombstone's with a minus."""
    rows = Edition.objects.order_by("pk")
    return [f"-{row.part}" if row.tombstone else row.part for row in rows]


def blocks_of(page: Any) -> dict[str, str]:
    """Text of each block → its id, over all sections."""
    return {
        block["value"]["html"].removeprefix("<p>").removesuffix("</p>"): block["id"]
        for section in stored(page.sections)
        for block in section["value"]["blocks"]
    }
