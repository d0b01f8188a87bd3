"""What every environment shares; values come from the environment, see docs/operator.md."""

from __future__ import annotations

from pathlib import Path

import environ
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

from content_models import configured_languages
from content_models.language_names import LANGUAGE_NAMES

ROOT = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

DATA = Path(env.str("TILLAGG_DATA", default=str(ROOT / "var"))).resolve()
DATA.mkdir(parents=True, exist_ok=True)

DEFAULT_DATABASE = f"sqlite:///{DATA / 'tillagg.sqlite3'}"
SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"
SQLITE_OPTIONS = {
    # Writers queue at BEGIN instead of failing at their first write.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def database(url: str) -> dict[str, object]:
    """Django's DATABASES entry for a URL: postgres://… or sqlite:///…"""
    config: dict[str, object] = environ.Env.db_url_config(url)
    if config.get("ENGINE") == SQLITE:
        return config | {"OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": 60}
    if config.get("ENGINE") != POSTGRESQL or not config.get("NAME"):
        raise ImproperlyConfigured(
            "DATABASE_URL is malformed: allowed are postgres://user:password@host:5432/name "
            "and sqlite:///path"
        )
    return config | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


DATABASES = {"default": database(env.str("DATABASE_URL", default="") or DEFAULT_DATABASE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

BASE_URL = env.str("BASE_URL", default="http://localhost:8000").rstrip("/")
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")
SEARCH_INDEX_PATH = DATA / "search"
PRODUCTION = False
DEMONSTRATION = False
"""Whether `manage.py demo` may make log-ins whose password is printed."""

# Lower layers first: what `migrate` makes in one is there when the next one runs.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "treebeard",
    "modelcluster",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "ninja",
    "content_models.apps.ContentModelsConfig",
    "region_overlays.apps.RegionOverlaysConfig",
    "search.apps.SearchConfig",
    "editorial_workflows.apps.EditorialWorkflowsConfig",
    "import.apps.ContentImportConfig",
    "cms.apps.CmsConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# Languages: the admin speaks Swedish and English; the content has languages of its own.
LANGUAGE_CODE = "sv"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LANG_INFO.setdefault(
    "se", {"bidi": False, "code": "se", "name": "Northern Sami", "name_local": "Davvisámegiella"}
)
LANG_INFO.setdefault(
    "sv-x-lattlast",
    {
        "bidi": False,
        "code": "sv-x-lattlast",
        "name": "Easy-read Swedish",
        "name_local": "Lättläst svenska",
    },
)
for code in configured_languages.LANGUAGES:
    if code not in LANG_INFO:
        raise ImproperlyConfigured(
            f"MORE_LANGUAGES: Django knows no language “{code}”; known: {', '.join(LANG_INFO)}"
        )
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    (
        code,
        LANGUAGE_NAMES[code]
        if code in LANGUAGE_NAMES
        else gettext_lazy(LANG_INFO[code].get("name", code)),
    )
    for code in configured_languages.LANGUAGES
]
LANGUAGE_FALLBACKS = configured_languages.LANGUAGES
"""Content language → the languages tried in order when an article lacks it."""

TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True
WAGTAIL_I18N_ENABLED = True

WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_SITE_NAME = "Tillägg"
WAGTAILADMIN_BASE_URL = BASE_URL
EMAIL_TIMEOUT = 20
"""Seconds: a mail server that does not answer holds nobody up for longer."""
# Addresses are written and read aloud as keys are: å ä ö become a a o.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Pictures of the editors would be asked for by their e-mail addresses, at a service elsewhere.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Page privacy would show a page without an approval deciding it.
WAGTAIL_PRIVATE_PAGE_OPTIONS: dict[str, bool] = {"SHARED_PASSWORD": False}
PAGE_PERMISSIONS = "editorial_workflows.permissions.EditorialPermissions"
PAGE_PREVIEW = "cms.preview.showing.show"
PAGES_SHOWN_TO = "editorial_workflows.where.pages_shown_to"
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial_workflows.publication.publish_approved"
# An approval is of one revision: after an edit the steps before it count no more.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.admin_search"}}
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "txt", "vtt", "mp4", "webm"]
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "content_models.blocks.image_form.ImageForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 30_000_000  # as content_models.documents.image_files has it
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}

LOGIN_URL = "wagtailadmin_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
X_FRAME_OPTIONS = "SAMEORIGIN"
NINJA_PAGINATION_MAX_LIMIT = 100

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
