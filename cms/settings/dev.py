"""For the first minute and for development: embedded database, no secrets needed."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATA, env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="only-for-a-laptop-never-for-production-0123456789")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMONSTRATION = True
(DATA / "static").mkdir(exist_ok=True)
