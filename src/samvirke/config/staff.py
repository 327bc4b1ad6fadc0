"""The staff process: registers, desks, insight and the staff's web pages."""

from __future__ import annotations

import os

from samvirke.config.common import *  # noqa: F403  how Django's settings build on one another
from samvirke.config.common import ALLOWED_HOSTS, secret, templates
from samvirke.config.databases import database
from samvirke.foundation.home import home, is_casework_on, public_folder

SECRET_KEY = secret(home() / "secrets" / "staff")
DATABASES = {
    "default": database("SAMVIRKE_DATABASE", home() / "staff.sqlite3"),
    "public": database("SAMVIRKE_PUBLIC_DATABASE", public_folder() / "public.sqlite3"),
}
DATABASE_ROUTERS = ["samvirke.config.databases.Router"]
ROOT_URLCONF = "samvirke.config.staff_urls"
AUTH_USER_MODEL = "identity.Account"
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "samvirke.trust.identity",
    "samvirke.trust.audit",
    "samvirke.trust.access",
    "samvirke.trust.retention",
    "samvirke.trust.jobs",
    "samvirke.trust.oversight",
    "samvirke.registers.places",
    "samvirke.registers.partners",
    "samvirke.registers.incidents",
    "samvirke.registers.commitments",
    "samvirke.registers.documents",
    "samvirke.registers.publications",
    "samvirke.registers.outbox",
    "samvirke.desks.plan",
    "samvirke.desks.meetings",
    "samvirke.desks.designations",
    "samvirke.desks.deployments",
    "samvirke.insight.suppression",
    "samvirke.insight.studies",
    "samvirke.insight.emerging",
    "samvirke.insight.effects",
    "samvirke.insight.tiles",
    "samvirke.insight.briefing",
    "samvirke.handovers",
    "samvirke.doors.web",
    "samvirke.config.guards",
]
if is_casework_on():
    INSTALLED_APPS += ["samvirke.registers.persons", "samvirke.desks.casework"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samvirke.doors.web.shell.limits.Limits",
    "samvirke.doors.web.shell.standing.Standing",
    "django_htmx.middleware.HtmxMiddleware",
    "samvirke.doors.web.shell.middleware.Guarded",
]
TEMPLATES = templates("django.contrib.auth.context_processors.auth", "samvirke.doors.web.shell.context.shell")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_NAME = "samvirke_staff"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = "samvirke_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "samvirke.doors.web.shell.errors.forbidden"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("SAMVIRKE_HTTPS", "") == "on"
if SESSION_COOKIE_SECURE:
    # The proxy ends TLS, so a form comes from https:// to a process that is asked over http://.
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
