"""System checks: a production setting that is missing or malformed is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error


def check_production_settings(
    app_configs: Sequence[AppConfig] | None, **_: Any
) -> list[CheckMessage]:
    """tillagg.E010–E013: SECRET_KEY, ALLOWED_HOSTS, BASE_URL, DATABASE_URL."""
    if not settings.PRODUCTION:
        return []
    found: list[CheckMessage] = []
    if len(settings.SECRET_KEY) < 50:
        found.append(
            Error(
                "SECRET_KEY is missing or too short.",
                hint="50 characters or more.",
                id="tillagg.E010",
            )
        )
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        found.append(
            Error(
                "ALLOWED_HOSTS is missing or open to every host.",
                hint="Name the hosts, with commas between.",
                id="tillagg.E011",
            )
        )
    address = urlsplit(settings.BASE_URL)
    if address.scheme != "https" or not address.hostname:
        found.append(
            Error("BASE_URL is not an https address.", hint="https://host", id="tillagg.E012")
        )
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        found.append(
            Error(
                "DATABASE_URL does not name a PostgreSQL database.",
                hint="postgres://user:password@host:5432/name",
                id="tillagg.E013",
            )
        )
    return found
