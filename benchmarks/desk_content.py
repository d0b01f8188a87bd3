"""`python -m benchmarks.desk_content COUNT`: a database for the desk, and what it takes to ask it.

Prints one line of JSON: a session of somebody who is logged in, and each address with the number
of statements that its answer takes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from importlib import import_module
from io import StringIO
from pathlib import Path

import django

from benchmarks.generated import article, supplement, write_codes

REGION = "14"


def publish_content(folder: Path, count: int) -> None:
    """Articles, three in ten with supplements; overdue, without counterparts or
    translations, and linking wrongly."""
    for number in range(count):
        key = f"artikel-{number}"
        text = article(key).replace("review_by: 2030-01-10", "review_by: 2023-01-10")
        text = text.replace("## Avsnitt 1 ", "Se [en sida](/finns-inte/).\n\n## Avsnitt 1 ")
        (folder / f"{key}.md").write_text(text, encoding="utf-8")
        if number % 10 < 3:
            text = supplement(key, REGION)
            (folder / f"{key}.{REGION}.md").write_text(text, encoding="utf-8")
    pipeline = import_module("import.run")
    options = pipeline.Options(paths=[str(folder)], publish=True)
    report = pipeline.run(options, lambda _stage, _total, _advance: None)
    assert not report.rejected, report.as_json()


def addresses() -> dict[str, str]:
    """What is asked for; the chooser as it opens, and when somebody writes in it."""
    from django.urls import reverse

    return {
        "home page": reverse("wagtailadmin_home"),
        "listing": reverse("desk:articles"),
        "listing, filtered": f"{reverse('desk:articles')}?code=H26&concern=untranslated",
        "broken links": reverse("desk:links"),
        "code chooser": reverse("diagnosis_code_chooser:choose"),
        "code chooser, a word": f"{reverse('diagnosis_code_chooser:choose_results')}?q=starr",
    }


def asked() -> dict[str, object]:
    """The session, and the statements that each address takes."""
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.factories import people

    settings.ALLOWED_HOSTS = ["*"]
    client = people.client_of(people.editor())
    queries = {}
    for name, path in addresses().items():
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200, path
        queries[name] = len(captured)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"session": session, "paths": addresses(), "queries": queries}


def main(count: int) -> None:
    django.setup()
    from django.core.management import call_command

    from cms.desk.links.following import follow_links

    with tempfile.TemporaryDirectory() as name:
        call_command("migrate", verbosity=0)
        codes = str(write_codes(Path(name)))
        call_command("import_diagnosis_codes", codes, stdout=StringIO())
        publish_content(Path(name), count)
    follow_links()
    print(json.dumps(asked()), flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    main(int(sys.argv[1]))
