"""What both processes agree on, and nothing that one of them may not know."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from samvirke.foundation.home import installation, is_demo, write_secret
from samvirke.foundation.words import LOCALE_FOLDER

DEMO = is_demo()
if "today" in installation():
    os.environ.setdefault("SAMVIRKE_TODAY", str(installation()["today"]))

DEBUG = False
ALLOWED_HOSTS = os.environ.get("SAMVIRKE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "samvirke_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [str(LOCALE_FOLDER)]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
STATIC_URL = "static/"
STATICFILES_DIRS = [str(Path(__file__).resolve().parent / "look" / "static")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_NONE = ["'none'"]
_OWN = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": _OWN,
        "object-src": _NONE,
        "base-uri": _NONE,
        "frame-ancestors": _NONE,
        "form-action": _OWN,
    }
}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}


def secret(file: Path) -> str:
    """The secret that cookies are signed with: made once, readable by its own process only."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Several processes start at once; the first one's secret is everybody's.
    with suppress(FileExistsError):
        if not file.is_file():
            write_secret(file, secrets.token_urlsafe(50).encode())
    return file.read_text(encoding="ascii")


def templates(*context_processors: str) -> list[dict[str, Any]]:
    """The template engine, with the words every page may use."""
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
                "context_processors": ["django.template.context_processors.request", *context_processors],
            },
        }
    ]
