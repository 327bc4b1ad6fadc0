"""A disclosure: the only bridge between agencies; exact fields, from, to, for what, on which basis, until when."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.ask import Ask
from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Account, Agency

WAITING, GIVEN, REJECTED, RECALLED = STATES = ("waiting", "given", "rejected", "recalled")


class Disclosure(models.Model):
    """One giver, one receiver. What was given stands in `content` as it was; it is emptied when it ends.

    `fields` are paths (`section.question`, `people.role`), `label` what the content may and may never serve, `digest`
    the SHA-256 of the content, `subjects` the digests by which the trail knows whom it is about. `number` counts what
    one giver has disclosed in the case. `act` joins the disclosures of one decision; `why_four_eyes` is empty where one
    person suffices. Nothing incomplete can be stored.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField()
    act = models.UUIDField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="disclosures")
    giver = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="gave")
    receiver = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="received")
    ask = models.ForeignKey(Ask, on_delete=models.SET_NULL, null=True, related_name="answers")
    stage = models.CharField(max_length=60)
    purpose = models.CharField(max_length=40)
    basis = models.CharField(max_length=80)
    basis_version = models.PositiveSmallIntegerField()
    necessity = models.CharField(max_length=1000)
    fields = models.JSONField()
    field_count = models.PositiveSmallIntegerField()
    content = models.JSONField(null=True)
    digest = models.CharField(max_length=64)
    subjects = models.JSONField(default=list)
    label = models.JSONField()
    onward = models.BooleanField(default=False)
    not_for_investigation = models.BooleanField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10)
    why_four_eyes = models.CharField(max_length=20, blank=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="disclosed")
    decided_at = models.DateTimeField()
    approved_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="approved")
    given_at = models.DateTimeField(null=True)
    recalled_at = models.DateTimeField(null=True)
    recall_reason = models.CharField(max_length=300, blank=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="acknowledged")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "giver", "number"], name="disclosure_number_once"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="disclosure_in_known_state"),
            models.CheckConstraint(condition=models.Q(field_count__gt=0), name="disclosure_of_something"),
            models.CheckConstraint(
                condition=~models.Q(purpose="") & ~models.Q(basis="") & ~models.Q(necessity="") & ~models.Q(digest=""),
                name="disclosure_is_complete",
            ),
            models.CheckConstraint(
                condition=~models.Q(purpose="investigation"), name="disclosure_never_to_investigate"
            ),
            models.CheckConstraint(condition=~models.Q(giver=models.F("receiver")), name="disclosure_to_another"),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("decided_at")), name="disclosure_expires_after"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=(WAITING, REJECTED), given_at__isnull=True)
                | models.Q(state__in=(GIVEN, RECALLED), given_at__isnull=False),
                name="disclosure_given_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=(GIVEN, RECALLED))
                | models.Q(why_four_eyes="")
                | (models.Q(approved_by__isnull=False) & ~models.Q(approved_by=models.F("decided_by"))),
                name="disclosure_with_four_eyes",
            ),
            models.CheckConstraint(
                condition=models.Q(state=RECALLED, recalled_at__isnull=False, content__isnull=True)
                | (~models.Q(state=RECALLED) & models.Q(recalled_at__isnull=True)),
                name="disclosure_recalled_is_emptied",
            ),
            models.CheckConstraint(
                condition=models.Q(acknowledged_at__isnull=True) | models.Q(state=RECALLED),
                name="disclosure_acknowledged_when_recalled",
            ),
        ]
        indexes = [models.Index(fields=["receiver", "state", "expires_at"], name="disclosure_received")]

    @property
    def label_said(self) -> str:
        """Its number for people: “V-0012”."""
        return f"V-{self.number:04}"
