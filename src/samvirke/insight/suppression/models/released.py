"""A figure that has left the house: to which audience, shown or hidden, and when."""

from __future__ import annotations

from django.db import models

from samvirke.insight.suppression.cells import FEW, PROTECTS

AUDIENCES = ("public", "council", "analyst")


class Released(models.Model):
    """One cell of a table as an audience has seen it; rows are only added.

    Consulted before the next release to it, or to one that reads with it.
    """

    audience = models.CharField(max_length=10)
    table = models.CharField(max_length=120)
    period = models.CharField(max_length=30)
    area = models.CharField(max_length=30)
    value = models.FloatField(null=True)
    why_hidden = models.CharField(max_length=10, blank=True)
    released_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(audience__in=AUDIENCES), name="released_to_known_audience"),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False, why_hidden="")
                | models.Q(value__isnull=True, why_hidden__in=[FEW, PROTECTS]),
                name="released_hidden_or_with_value",
            ),
        ]
        indexes = [models.Index(fields=["audience", "table", "period"], name="released_table")]
