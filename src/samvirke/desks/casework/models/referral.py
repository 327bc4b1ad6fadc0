"""A referral: one agency hands a matter to another, which accepts or declines, and later says only how it ended."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.engine.declaration import TOLD
from samvirke.desks.casework.models.case import Case
from samvirke.desks.casework.models.disclosure import Disclosure
from samvirke.trust.identity.models import Account

SENT, ACCEPTED, DECLINED = STATES = ("sent", "accepted", "declined")


class Referral(models.Model):
    """Carried by a disclosure. `told` is the class of outcome that the sender learns, never content."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    disclosure = models.OneToOneField(Disclosure, on_delete=models.CASCADE, related_name="referral")
    to_type = models.SlugField(max_length=80)
    state = models.CharField(max_length=10, default=SENT)
    sent_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="answered_referrals")
    reason = models.CharField(max_length=300, blank=True)
    became = models.OneToOneField(Case, on_delete=models.SET_NULL, null=True, related_name="came_from")
    told = models.CharField(max_length=20, blank=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="referral_in_known_state"),
            models.CheckConstraint(
                condition=models.Q(state=SENT, answered_at__isnull=True)
                | (~models.Q(state=SENT) & models.Q(answered_at__isnull=False)),
                name="referral_answered_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=DECLINED) | ~models.Q(reason=""), name="referral_declined_with_reason"
            ),
            models.CheckConstraint(condition=models.Q(told__in=("", *TOLD)), name="referral_tells_a_known_class"),
        ]
