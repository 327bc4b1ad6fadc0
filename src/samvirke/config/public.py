"""The public process: knows what has been published, and nothing of the staff's side."""

from __future__ import annotations

from samvirke.config.common import *  # noqa: F403  how Django's settings build on one another
from samvirke.config.common import secret, templates
from samvirke.config.databases import database
from samvirke.foundation.home import public_folder

SECRET_KEY = secret(public_folder() / "secret")
DATABASES = {"default": database("SAMVIRKE_PUBLIC_DATABASE", public_folder() / "public.sqlite3")}
ROOT_URLCONF = "samvirke.doors.public.urls"
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "samvirke.registers.publications",
    "samvirke.doors.public",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
TEMPLATES = templates("samvirke.doors.public.context.page")
CSRF_COOKIE_NAME = "samvirke_public_csrf"
CSRF_FAILURE_VIEW = "samvirke.doors.public.errors.forbidden"
