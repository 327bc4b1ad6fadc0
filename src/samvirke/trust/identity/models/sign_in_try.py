"""A try to sign in, counted under a digest of the name that was typed, so that nobody tries on without end."""

from __future__ import annotations

from django.db import models
from django.utils.crypto import salted_hmac


class SignInTry(models.Model):
    """Names that do not exist are counted like those that do: the limit tells nobody which is which."""

    name_digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["name_digest", "at"], name="sign_in_try_by_name")]


def name_digest(username: str) -> str:
    """A name as it is counted: passwords are typed into the wrong field, and must not be kept."""
    return salted_hmac("samvirke.sign-in", username, algorithm="sha256").hexdigest()
