"""For production: what is missing fails at once with its name, what is malformed in the checks."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *  # noqa: F403
from cms.settings.base import env


def required(name: str) -> str:
    """An environment variable that production cannot do without."""
    value: str = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set; production needs it")
    return value


def parsed(name: str, read: Any, default: str) -> Any:
    """A URL-shaped setting; a malformed one is named."""
    try:
        return read(name, default=default)
    except (ValueError, KeyError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name} is malformed: {error}") from error


DEBUG = False
PRODUCTION = True
SECRET_KEY = required("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",") if host.strip()]
BASE_URL = required("BASE_URL").rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
# The host that the letters' links lead to; mail servers refuse Django's webmaster@localhost.
DEFAULT_FROM_EMAIL = f"tillagg@{urlsplit(BASE_URL).hostname}"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
required("DATABASE_URL")

# Wagtail shows previews in frames of its own site, so SAMEORIGIN rather than DENY.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

EMAIL_CONFIG = parsed("EMAIL_URL", env.email_url, "consolemail://")
vars().update(EMAIL_CONFIG)
CACHES = {"default": parsed("CACHE_URL", env.cache_url, "locmemcache://")}
