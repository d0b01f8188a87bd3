"""import_content --publish against Wagtail's own way to the same rows, and unchanged content.

The baseline is a loop of `add_child`, `save_revision()`, an approval and `revision.publish()` over
pages that were parsed beforehand, so parsing counts against us alone. Chunks alternate, so that
what else the machine does hits both. Afterwards the same number of rows must be in every table.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import django

from benchmarks.figures import Row, Timing, show
from benchmarks.generated import article, write_codes

CHUNKS = int(os.environ.get("BENCH_CHUNKS", "5"))
ARTICLES = int(os.environ.get("BENCH_ARTICLES", "100"))
"""Articles in a chunk."""
TABLES = (
    *("wagtailcore.Page", "wagtailcore.Revision", "wagtailcore.PageLogEntry"),
    *("wagtailcore.ReferenceIndex", "wagtailsearch.IndexEntry"),
    *("content_models.KnowledgeSupportPage", "content_models.ArticleCode"),
    *("content_models.ArticleKey", "content_models.Approval", "content_models.Edition"),
    *("content_models.CurrentEdition", "content_models.ListedArticle"),
    *("content_models.ListedCode", "content_models.Route"),
)


def rows() -> Counter[str]:
    """How many rows each table has."""
    from django.apps import apps

    return Counter({name: apps.get_model(name)._default_manager.count() for name in TABLES})


@dataclass(slots=True)
class Side:
    """One way to publish: its times, and the rows that it has made."""

    timing: Timing = field(default_factory=Timing)
    made: Counter[str] = field(default_factory=Counter)

    def measure(self, publish: Callable[[], None]) -> None:
        before = rows()
        with self.timing.round(ARTICLES):
            publish()
        self.made += rows() - before


def page_by_page(keys: list[str]) -> Callable[[], None]:
    """The baseline for these articles, everything parsed and looked up."""
    parse, drafts = import_module("import.parse").parse, import_module("import.drafts")
    around = drafts.Surroundings([])
    ready = [
        drafts.article_draft(parse(article(key).encode(), path=key), {}, around, None)
        for key in keys
    ]

    def publish() -> None:
        for draft in ready:
            publish_one(draft)

    return publish


def publish_one(draft: Any) -> None:
    """One page as a script would publish it."""
    from content_models.approvals import new_approval

    draft.parent.refresh_from_db()
    page = draft.parent.add_child(instance=draft.page)
    revision = page.save_revision()
    content = page.render()
    new_approval(
        part=str(content.part),
        page_id=page.pk,
        revision_id=revision.pk,
        sha256=content.sha256,
        on=date(2022, 1, 10),
        body=draft.approved.by,
        role="import",
    ).save()
    revision.publish()


def imported(folder: Path, expected: str) -> Callable[[], None]:
    """Ours for a folder; every file must have the outcome `expected`."""
    pipeline = import_module("import.run")

    def publish() -> None:
        options = pipeline.Options(paths=[str(folder)], publish=True)
        report = pipeline.run(options, lambda _stage, _total, _advance: None)
        assert len(getattr(report, expected)) == ARTICLES, report.as_json()

    return publish


def write_chunk(folder: Path, number: int) -> Path:
    chunk = folder / f"chunk-{number}"
    chunk.mkdir()
    for place in range(ARTICLES):
        (chunk / f"{place}.md").write_text(article(f"ours-{number}-{place}"), encoding="utf-8")
    return chunk


def measure(folder: Path) -> tuple[Side, Side, Timing]:
    baseline, ours, unchanged = Side(), Side(), Timing()
    for number in range(CHUNKS):
        chunk = write_chunk(folder, number)
        keys = [f"base-{number}-{place}" for place in range(ARTICLES)]
        pairs = [(baseline, page_by_page(keys)), (ours, imported(chunk, "created"))]
        for side, publish in pairs if number % 2 else reversed(pairs):
            side.measure(publish)
        again, before = imported(chunk, "same"), rows()
        with unchanged.round(ARTICLES):
            again()
        assert rows() == before, "unchanged content was written"
    return baseline, ours, unchanged


def main() -> int:
    django.setup()
    from django.core.management import call_command

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        call_command("migrate", verbosity=0)
        call_command("import_diagnosis_codes", str(write_codes(folder)), stdout=StringIO())
        # What the first of all publishes pays: imports, caches, the folder's routes.
        page_by_page(["warm-1", "warm-2"])()
        baseline, ours, unchanged = measure(folder)
    loop = Row("add_child, save_revision, publish", *_ms(baseline.timing))
    imports = Row("import_content --publish", *_ms(ours.timing), of=loop, target=5)
    same = Row("the same again, unchanged", *_ms(unchanged), of=imports, target=20)
    title = f"Import, for one article ({CHUNKS} × {ARTICLES} articles of 12 sections)"
    is_met = show(title, [loop, imports, same])
    return int(not (is_met and made_the_same(baseline, ours)))


def made_the_same(baseline: Side, ours: Side) -> bool:
    """Whether both have left the same number of rows in every table; names those that differ."""
    for table in TABLES:
        if baseline.made[table] != ours.made[table]:
            print(f"NOT THE SAME {table}: baseline {baseline.made[table]}, ours {ours.made[table]}")
    return baseline.made == ours.made


def _ms(timing: Timing) -> tuple[float, float]:
    return timing.wall_ms(), timing.cpu_ms()


if __name__ == "__main__":
    sys.exit(main())
