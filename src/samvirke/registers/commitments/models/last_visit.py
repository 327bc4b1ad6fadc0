"""When somebody last said that they have seen what has changed among the commitments of a district."""

from __future__ import annotations

from django.db import models

from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account


class LastVisit(models.Model):
    """Everything up to `at` was seen; `on` is the business day it is named by."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    district = models.ForeignKey(District, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "district"], name="visit_once_in_a_district")]
