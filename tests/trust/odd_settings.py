"""The staff process with the odd jobs of these tests."""

from samvirke.config.staff import *  # noqa: F403  how Django's settings build on one another
from samvirke.config.staff import INSTALLED_APPS as STAFFS

INSTALLED_APPS = [*STAFFS, "tests.trust.odd_jobs"]
