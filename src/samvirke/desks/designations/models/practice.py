"""What a district has entered where no source states it: how long, how often reviewed, and by which local rule."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from samvirke.registers.places.models import District, Municipality


class Practice(models.Model):
    """Of one kind of designation, in the whole district or in one municipality, with who decided it and where."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.SlugField(max_length=40)
    longest_months = models.PositiveSmallIntegerField(null=True)
    review_weeks = models.PositiveSmallIntegerField(null=True)
    criterion = models.TextField(blank=True)
    reference = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "kind", "municipality"],
                condition=Q(until__isnull=True),
                name="practice_once_in_a_municipality",
            ),
            models.UniqueConstraint(
                fields=["district", "kind"],
                condition=Q(until__isnull=True, municipality__isnull=True),
                name="practice_once_in_a_district",
            ),
            models.CheckConstraint(
                condition=(Q(longest_months__isnull=True) | Q(longest_months__gte=1))
                & (Q(review_weeks__isnull=True) | Q(review_weeks__gte=1)),
                name="practice_of_some_length",
            ),
            models.CheckConstraint(condition=~Q(reference=""), name="practice_with_a_reference"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="practice_ends_after_it_begins"
            ),
        ]
