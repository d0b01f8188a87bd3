"""The rows behind the lists say what the pages say, whatever is done to these."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.management import call_command
from django.forms.models import model_to_dict

from cms.desk.keeping import MODELS, ensure_rows, rows_of
from cms.desk.row import DeskRow
from tests.factories.published import article, draft_article, draft_supplement
from tests.factories.reviewing import changed

from .editing import WAYS

pytestmark = pytest.mark.django_db

Said = dict[int, dict[str, Any]]


def kept() -> Said:
    return {row.pk: model_to_dict(row) for row in DeskRow.objects.all()}


def computed() -> Said:
    """What every row should say, from the pages alone."""
    rows = [
        row
        for model in MODELS
        for row in rows_of(model, list(model.objects.values_list("pk", flat=True)))
    ]
    return {row.pk: model_to_dict(row) for row in rows}


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_rows_and_pages_agree(seed: int) -> None:
    random = Random(seed)
    draft_supplement(draft_article(), id="vart")
    done = [random.choice(WAYS) for _step in range(30)]
    for place, way in enumerate(done):
        way(random)
        assert kept() == computed(), f"after {[one.__name__ for one in done[: place + 1]]}"
    assert kept()


def test_a_row_holds_the_published_words_beside_the_draft_s() -> None:
    page = changed(article(title="Grå starr"), None, title="Ögon")
    row = DeskRow.objects.get(pk=page.pk)
    assert (row.words, row.draft_words) == ("grå starr katarakt", "ögon katarakt")
    assert row.title_order < row.draft_order
    assert kept() == computed()


def test_an_import_leaves_rows(tmp_path: Path) -> None:
    text = "---\nkind: knowledge-support\nkey: {0}\ntitle: {0}\n---\n## Utredning\n\nText.\n"
    for name in ("katarakt", "glaukom"):
        (tmp_path / f"{name}.md").write_text(text.format(name), encoding="utf-8")
    call_command("import_content", str(tmp_path), stdout=StringIO())
    assert {row.key for row in DeskRow.objects.all()} == {"katarakt", "glaukom"}
    (tmp_path / "glaukom.md").write_text(text.format("glaukom").replace("title: g", "title: G"))
    call_command("import_content", str(tmp_path), stdout=StringIO())
    assert kept() == computed()


def test_migrate_makes_the_rows_that_are_missing() -> None:
    draft_article()
    expected = kept()
    DeskRow.objects.all().delete()
    ensure_rows()
    assert kept() == expected != {}


def test_a_command_makes_every_row_anew() -> None:
    draft_supplement(draft_article(), id="vart")
    expected = kept()
    DeskRow.objects.update(words="fel", key="fel", kind="fel", review_by="2001-01-01")
    DeskRow.objects.order_by("pk")[:1].get().delete()
    out = StringIO()
    call_command("rebuild_desk", stdout=out)
    assert kept() == expected == computed()
    assert "2 articles and supplements" in out.getvalue()
