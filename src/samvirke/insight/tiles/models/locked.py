"""The squares of one quarter, locked: what is shown of them follows from these numbers for good."""

from __future__ import annotations

from django.db import models

from samvirke.registers.places.models import District


class Locked(models.Model):
    """Counts by smallest square of one group of incidents in one quarter, as they were when it was first shown.

    A later correction of the incidents does not change them: two versions of the same squares, laid over one another,
    would tell of the incident that was corrected. `counts` are rows of municipality, west and south edge in metres
    (both empty where the place is not known) and number. `shown` are the municipalities whose own number was shown
    then: what is decided within them does not change when one of them is hidden later. Quarters that were locked at the
    same moment are of one `batch`; the batches of a year count from 1.
    """

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    group = models.SlugField(max_length=80)
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    batch = models.PositiveSmallIntegerField()
    few = models.PositiveSmallIntegerField()
    metres = models.PositiveIntegerField()
    counts = models.JSONField()
    shown = models.JSONField()
    made_from = models.JSONField()
    frozen_on = models.DateField()
    locked_at = models.DateTimeField()

    class Meta:
        ordering = ["district", "group", "year", "quarter"]
        constraints = [
            models.UniqueConstraint(fields=["district", "group", "year", "quarter"], name="squares_locked_once"),
            models.CheckConstraint(
                condition=models.Q(quarter__gte=1, quarter__lte=4), name="squares_locked_of_a_quarter"
            ),
            models.CheckConstraint(condition=models.Q(few__gte=3), name="squares_locked_hide_the_small"),
        ]
