"""What one agency has written in one section of a case; the agency is its controller and nobody else edits it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Account, Agency


class Contribution(models.Model):
    """`answers` are by the question's name; `version` counts edits, so that nobody overwrites unseen.

    `label` names the bases under which the agency had received something in this case when it wrote: what is written
    with knowledge of it may serve no more than it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contributions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="contributions")
    section = models.CharField(max_length=60)
    answers = models.JSONField(default=dict)
    label = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="contributions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "agency", "section"], name="contribution_once"),
        ]
