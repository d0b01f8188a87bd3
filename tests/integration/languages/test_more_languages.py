"""A language that only the environment names, in a process that really starts with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STARTED = """
import json, sys
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("check", verbosity=0)
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
call_command("migrate", verbosity=0)
call_command("import_content", *sys.argv[1:], publish=True, verbosity=0)
settings.ALLOWED_HOSTS = ["testserver"]
client = Client()
def read(path, **query):
    return client.get(f"/api/v1{path}", query).json()
from editorial_workflows.translating.list_screen import language_choices
document = read("/openapi.json")
page = next(one for one in document["paths"]["/api/v1/pages/{key}"]["get"]["parameters"]
            if one["name"] == "language")
print(json.dumps({
    "parameter": page["schema"],
    "german": read("/pages/katarakt", language="de"),
    "polish": read("/pages/katarakt", language="pl"),
    "ukrainian": read("/pages/katarakt", language="uk"),
    "list": read("/pages", language="de"),
    "translators": language_choices(),
}))
"""
ARTICLE = """---
kind: knowledge-support
key: katarakt
language: {language}
title: {title}
approved: {{date: 2022-01-10, by: Nationellt programområde ögonsjukdomar}}
---
## Utredning {{#utredning}}

{title}.
"""
TITLES = {"sv": "Katarakt", "en": "Cataract", "de": "Grauer Star"}


def run(tmp_path: Path, languages: str, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {
        "MORE_LANGUAGES": languages,
        "TILLAGG_DATA": str(tmp_path / "var"),
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
    }
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_a_language_of_the_environment_is_known_to_all_parts(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for language, title in TITLES.items():
        text = ARTICLE.format(language=language, title=title)
        (content / f"katarakt.{language}.md").write_text(text)

    ended = run(tmp_path, "de,pl=en+sv,uk", "-c", STARTED, str(content))

    assert ended.returncode == 0, ended.stderr[-3000:]
    said = json.loads(ended.stdout.splitlines()[-1])
    assert {"sv", "sv-x-lattlast", "de", "pl", "uk"} <= set(said["parameter"]["enum"])
    assert said["german"]["title"] == "Grauer Star"
    assert said["german"]["path"] == "/de/kunskapsstod/katarakt/"
    assert (said["polish"]["language"], said["polish"]["served_language"]) == ("pl", "en")
    assert said["ukrainian"]["served_language"] == "sv"
    assert said["polish"]["languages"] == ["sv", "en", "de"]
    assert [item["title"] for item in said["list"]["items"]] == ["Grauer Star"]
    assert [code for code, _name in said["translators"]][-3:] == ["de", "pl", "uk"]


@pytest.mark.parametrize("languages", ["sv", "de=tlh", "xx-nowhere"])
def test_a_wrong_setting_stops_the_start_and_names_itself(tmp_path: Path, languages: str) -> None:
    ended = run(tmp_path, languages, "manage.py", "check")

    assert ended.returncode != 0
    assert "MORE_LANGUAGES" in ended.stderr.splitlines()[-1]
