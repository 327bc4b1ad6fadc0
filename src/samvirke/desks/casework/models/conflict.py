"""Somebody who may have nothing to do with a case: it is about themselves, their household or a colleague."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Account

KINDS = ("self", "household", "colleague", "other")


class Conflict(models.Model):
    """Forbids everything, also that the case exists."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="conflicts")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="conflicts")
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "account"], name="conflict_once"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="conflict_of_known_kind"),
        ]
