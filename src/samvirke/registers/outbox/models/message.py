"""A message to one account, or to those who hold a role in an agency: what kind of thing happened, and where."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.words import Said

TO_ACCOUNT, TO_AGENCY = KINDS = ("account", "agency")
WAITING, DELIVERED, FAILED = STATES = ("waiting", "delivered", "failed")


class Message(models.Model):
    """Written in the transaction of the deed it tells of, once for its `key`. Never the content of a case.

    It lies in the inbox from that moment; `state` speaks of its way out of the product. A message to an agency is for
    everybody there, or with `to_role` for those in one role.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True)
    to_kind = models.CharField(max_length=10)
    to_id = models.CharField(max_length=80)
    to_role = models.CharField(max_length=30, blank=True)
    subject = models.JSONField()
    body = models.JSONField()
    link = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=now)
    on = models.DateField(null=True)
    state = models.CharField(max_length=10, default=WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    said_wrong = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(key=""), name="message_has_a_key"),
            models.CheckConstraint(condition=models.Q(to_kind__in=KINDS), name="message_to_known_kind"),
            models.CheckConstraint(
                condition=models.Q(to_kind=TO_AGENCY) | models.Q(to_role=""), name="message_to_a_role_in_an_agency"
            ),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="message_in_known_state"),
            models.CheckConstraint(
                condition=models.Q(state=DELIVERED, delivered_at__isnull=False)
                | (~models.Q(state=DELIVERED) & models.Q(delivered_at__isnull=True)),
                name="message_delivered_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(link="") | (models.Q(link__startswith="/") & ~models.Q(link__startswith="//")),
                name="message_leads_into_the_house",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "at"], name="message_next"),
            models.Index(fields=["to_kind", "to_id"], name="message_to"),
        ]

    @property
    def day(self) -> date:
        """The business day of it; of a message from before that was kept, the day in Copenhagen."""
        return self.on or self.at.astimezone(COPENHAGEN).date()

    @property
    def subject_said(self) -> Said:
        """What happened, in words."""
        return Said.of(self.subject)

    @property
    def body_said(self) -> Said:
        """What to do about it, in words."""
        return Said.of(self.body)
