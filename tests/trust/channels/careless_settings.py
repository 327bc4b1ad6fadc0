"""The staff process with one fault: who asks is kept where all threads see it."""

from samvirke.config.staff import *  # noqa: F403  how Django's settings build on one another
from samvirke.config.staff import MIDDLEWARE

_AFTER = MIDDLEWARE.index("django.contrib.auth.middleware.AuthenticationMiddleware") + 1
MIDDLEWARE = [*MIDDLEWARE[:_AFTER], "tests.trust.channels.careless_middleware.Careless", *MIDDLEWARE[_AFTER:]]
