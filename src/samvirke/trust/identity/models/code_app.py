"""A code app: the app on somebody's telephone that shows a new code every half minute, and the secret it shares."""

from __future__ import annotations

from django.db import models

from samvirke.trust.identity.models.account import Account


class CodeApp(models.Model):
    """One app an account. The secret lies sealed under a key from outside the database."""

    account = models.OneToOneField(Account, primary_key=True, on_delete=models.CASCADE, related_name="code_app")
    sealed = models.BinaryField()
    key_id = models.CharField(max_length=80)
    # The half minute of the last code that was used: no code opens twice.
    last_step = models.BigIntegerField(default=0)
    since = models.DateTimeField()
