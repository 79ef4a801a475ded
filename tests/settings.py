"""Settings for tests: the real ones, with a quick password hasher and fixed secrets."""

import os

os.environ["KRUISPUNT_MODE"] = "development"
os.environ["KRUISPUNT_VAR"] = "var/tests"
os.environ["KRUISPUNT_SECRET_KEY"] = "only-for-tests-" * 4
os.environ["KRUISPUNT_JOURNAL_KEY"] = "only-for-tests-too-" * 3

from kruispunt.config.settings import *  # noqa: F403
from kruispunt.config.settings import DATABASES, STATIC_ROOT, VAR

STATIC_ROOT.mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in real life: threads and processes must meet on it.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
