"""A link: whom an agency's own sign-in speaks of when it names somebody, entered by the operator."""

from __future__ import annotations

from django.db import models

from samvirke.trust.identity.models.account import Account
from samvirke.trust.identity.models.agency import Agency


class SignInLink(models.Model):
    """An account, and the subject that one issuer knows it as. Never matched by a name or an address."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sign_in_links")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="subject_once_at_an_issuer"),
            models.UniqueConstraint(fields=["account", "issuer"], name="account_once_at_an_issuer"),
        ]
