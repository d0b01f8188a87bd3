"""Many articles at once, each with something that somebody should attend to."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from django.core.management import call_command

from cms.desk.links.following import follow_links
from content_models.models import ARTICLE_MODELS
from tests.factories import people
from tests.factories.published import codes
from tests.factories.reviewing import changed

ARTICLE = """---
kind: knowledge-support
key: {key}
title: Artikel {key}
diagnosis_codes: [H25, H26.9]
programme_area: Ögonsjukdomar
review_by: 2020-01-10
approved: {{date: 2019-01-10, by: Nationellt programområde ögonsjukdomar}}
---
## Omfattning av kunskapsstödet {{#omfattning}}

Se [en sida](/finns-inte/) och [ett avsnitt](#borta).
"""
SUPPLEMENT = """---
kind: supplement
article: {key}
region: "14"
approved: {{date: 2019-02-06, by: Västra Götalandsregionen}}
---
::: supplement at=omfattning
Se [en sida](/finns-inte/).
:::
"""


def publish_articles(folder: Path, count: int, *, start: int = 0, drafts: int = 0) -> None:
    """Overdue, without counterpart or translations, linking wrongly; a supplement to each."""
    if not start:
        codes("H25\tÅldersstarr", "H26\tAnnan starr", "H26.9\tUNS")
    for number in range(start, start + count):
        key = f"nummer-{number}"
        (folder / f"{key}.md").write_text(ARTICLE.format(key=key), encoding="utf-8")
        (folder / f"{key}.14.md").write_text(SUPPLEMENT.format(key=key), encoding="utf-8")
    call_command("import_content", str(folder), "--publish", stdout=StringIO())
    for model in ARTICLE_MODELS[:1]:
        for page in model.objects.order_by("-pk")[:drafts]:
            changed(page, people.editor(), title=f"Ändrad {page.title}")
    follow_links()
