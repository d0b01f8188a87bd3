"""For the tests: fast password hashing, a data folder of its own for each process."""

import atexit
import os
import shutil
import tempfile

_data = tempfile.mkdtemp(prefix="tillagg-test-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["TILLAGG_DATA"] = _data

from cms.settings.base import *  # noqa: E402, F403

DEBUG = False
SECRET_KEY = "only-for-tests-0123456789-0123456789-0123456789-abcdef"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
