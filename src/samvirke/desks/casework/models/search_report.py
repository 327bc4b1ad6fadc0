"""One report in a search: where it stands in the agency's own system, and whom it names; never what happened."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.search import Search
from samvirke.trust.identity.models import Agency


class SearchReport(models.Model):
    """It lives as long as its search is open. CPR and telephone numbers are digests under the agency's own key.

    `subject` is how the trail names whom the number belongs to; a report without a number has none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    search = models.ForeignKey(Search, on_delete=models.CASCADE, related_name="reports")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="search_reports")
    source = models.CharField(max_length=80)
    reference = models.CharField(max_length=80)
    on = models.DateField()
    given = models.CharField(max_length=100, blank=True)
    surname = models.CharField(max_length=100, blank=True)
    born = models.DateField(null=True)
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    phone_match = models.CharField(max_length=64, blank=True)
    cpr_match = models.CharField(max_length=64, blank=True)
    subject = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(source="") & ~models.Q(reference=""), name="search_report_says_where_it_stands"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
