"""An account: somebody who signs in, and who may do what their affiliations say, never the account itself."""

from __future__ import annotations

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from samvirke.foundation.words import DEFAULT_LANGUAGE


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by the name people sign in with."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(username=username)


class Account(AbstractBaseUser):
    """A person who works with the system. There is no superuser and no staff flag."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=5, default=DEFAULT_LANGUAGE)
    is_active = models.BooleanField(default=True)
    invented = models.BooleanField(default=False)
    # Every sign-in that began before this moment has ended.
    signed_out_at = models.DateTimeField(null=True, blank=True)

    objects = Accounts()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name
