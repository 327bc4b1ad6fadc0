"""A district answers for a legal basis: with a reference of its own and an assessment of its consequences."""

from __future__ import annotations

import uuid

from django.db import models


class BasisInUse(models.Model):
    """A district uses a basis from one moment until another; `assessment` names its data protection assessment."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district_id = models.SlugField(max_length=80)
    basis = models.SlugField(max_length=80)
    version = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=300)
    assessment = models.CharField(max_length=300)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["district_id", "basis"], condition=models.Q(until__isnull=True), name="basis_in_use_once"
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="basis_in_use_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~models.Q(reference=""), name="basis_in_use_with_reference"),
            models.CheckConstraint(condition=~models.Q(assessment=""), name="basis_in_use_with_assessment"),
        ]
