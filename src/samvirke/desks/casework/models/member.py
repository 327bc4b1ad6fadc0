"""Somebody who works on a case for their agency, for a reason and for a time: the need to know."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Account, Agency

# How long somebody works on a case before it is looked at whether they still need to.
NEED_TO_KNOW = timedelta(days=90)


class Member(models.Model):
    """Ninety days unless renewed; `leads` has the case for the agency. `seen_at` is when they last looked.

    `of_owner` says that the agency is the one that owns the case.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="members")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="works_on")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="works_on")
    of_owner = models.BooleanField(default=False)
    leads = models.BooleanField(default=False)
    reason = models.CharField(max_length=300)
    since = models.DateTimeField()
    until = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "account", "agency"], name="member_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="member_for_a_reason"),
            models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="member_ends_after"),
        ]
        indexes = [models.Index(fields=["account", "until"], name="member_works_on")]
