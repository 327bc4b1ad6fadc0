"""What a task of a case says; the date and the owner stand among the commitments, the words never leave the case."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Account, Agency


class TaskText(models.Model):
    """`commitment_id` names the commitment that keeps the date; `agency` owes it, and sees it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="case_tasks")
    given_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="given_tasks")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="case_tasks")
    commitment_id = models.UUIDField(unique=True)
    text = models.CharField(max_length=500)
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="task_says_something")]
