"""A duty fulfilled, or planned to be, by a body on a day: the evidence that the desk which knows of it gives."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.partners.models import Body

STATES = ("planned", "done")


class Fulfilment(models.Model):
    """One unit of a duty: a meeting held, a plan published, a discussion put on an agenda.

    A duty that is owed for each municipality or school names which by `unit`: its code, or the school's id.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    duty = models.SlugField(max_length=80)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="fulfilments")
    year = models.PositiveSmallIntegerField()
    on = models.DateField(null=True)
    state = models.CharField(max_length=10)
    evidence = models.CharField(max_length=200)
    unit = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "body", "evidence", "unit"], name="fulfilment_once_by_its_evidence"
            ),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="fulfilment_in_known_state"),
            models.CheckConstraint(
                condition=~models.Q(state="done") | models.Q(on__isnull=False), name="fulfilment_done_on_a_day"
            ),
            models.CheckConstraint(condition=~models.Q(evidence=""), name="fulfilment_has_evidence"),
        ]
