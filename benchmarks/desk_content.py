"""`python -m benchmarks.desk_content COUNT`: a database for the desk, and what it takes to ask it.

Prints one line of JSON: a session of somebody who is logged in, and each address with the number
of statements that its answer takes.
"""

from __future__ import annotations

import json
import os
import sys

import django

from benchmarks.generated import article
from benchmarks.published import publish_articles


def untended(key: str) -> str:
    """An article that is overdue, without counterpart or translations, and links wrongly."""
    text = article(key).replace("review_by: 2030-01-10", "review_by: 2023-01-10")
    return text.replace("## Avsnitt 1 ", "Se [en sida](/finns-inte/).\n\n## Avsnitt 1 ")


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


def asked(paths: dict[str, str]) -> dict[str, object]:
    """The session, and the statements that each address takes."""
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.factories import people

    settings.ALLOWED_HOSTS = ["*"]
    client = people.client_of(people.editor())
    queries = {}
    for name, path in paths.items():
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200, path
        queries[name] = len(captured)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"session": session, "paths": paths, "queries": queries}


def make(count: int) -> None:
    """An empty database with all that."""
    django.setup()
    from cms.desk.links.following import follow_links

    publish_articles(count, untended)
    follow_links()


def main(count: int) -> None:
    make(count)
    print(json.dumps(asked(addresses())), flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    main(int(sys.argv[1]))
