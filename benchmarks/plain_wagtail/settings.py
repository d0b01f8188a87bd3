"""The project's own settings with Wagtail's API v2 mounted instead of ours."""

from cms.settings.dev import *  # noqa: F403
from cms.settings.dev import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2", "rest_framework"]
ROOT_URLCONF = "benchmarks.plain_wagtail.urls"
WSGI_APPLICATION = "benchmarks.plain_wagtail.wsgi.application"
