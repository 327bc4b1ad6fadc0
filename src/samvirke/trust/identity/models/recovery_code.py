"""A recovery code: one of ten on paper, for the day the telephone is gone."""

from __future__ import annotations

from django.db import models

from samvirke.trust.identity.models.account import Account


class RecoveryCode(models.Model):
    """Each opens once, and then its row is deleted. Only a digest is stored."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="recovery_code_once_an_account")]
