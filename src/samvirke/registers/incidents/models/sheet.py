"""A table of a district that is no list of incidents: call-outs with minutes, answers to a survey, waits."""

from __future__ import annotations

from django.db import models

from samvirke.registers.places.models import District


class Sheet(models.Model):
    """The newest table of a kind, whole, as columns. `number` rises each time it is replaced; rows name nobody."""

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="sheets")
    kind = models.SlugField(max_length=40)
    number = models.PositiveIntegerField(default=1)
    source = models.CharField(max_length=200)
    columns = models.JSONField()
    rows = models.PositiveIntegerField()
    first_day = models.DateField()
    last_day = models.DateField()
    frozen_on = models.DateField()
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["district", "kind"], name="sheet_once_of_a_kind"),
            models.CheckConstraint(condition=models.Q(rows__gte=1), name="sheet_with_rows"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="sheet_counts_its_versions"),
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day")), name="sheet_begins_before_it_ends"
            ),
            models.CheckConstraint(condition=~models.Q(source=""), name="sheet_with_a_source"),
        ]
