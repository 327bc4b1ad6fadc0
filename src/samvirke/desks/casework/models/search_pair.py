"""Two reports of a search: how certain it is that they are of the same, and what a person found."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.search import Search
from samvirke.desks.casework.models.search_report import SearchReport
from samvirke.trust.identity.models import Account, Agency

YES, NO, UNSURE = FOUND = ("yes", "no", "unsure")


class SearchPair(models.Model):
    """`certainty` is about two records being of one child or family, and lasts no longer than the search.

    `agreed` is how alike each field is and what it says in bits. `same` is a person's own finding, with its reason.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    search = models.ForeignKey(Search, on_delete=models.CASCADE, related_name="pairs")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="search_pairs")
    first = models.ForeignKey(SearchReport, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(SearchReport, on_delete=models.CASCADE, related_name="+")
    weight = models.FloatField()
    certainty = models.FloatField()
    agreed = models.JSONField(default=dict)
    same = models.CharField(max_length=10, blank=True)
    why = models.CharField(max_length=500, blank=True)
    judged_on = models.DateField(null=True)
    judged_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="judged_pairs")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["search", "first", "second"], name="search_pair_once"),
            models.CheckConstraint(condition=~models.Q(first=models.F("second")), name="search_pair_of_two"),
            models.CheckConstraint(
                condition=models.Q(certainty__gte=0, certainty__lte=1), name="search_pair_certainty_is_a_share"
            ),
            models.CheckConstraint(condition=models.Q(same__in=("", *FOUND)), name="search_pair_finding_is_known"),
            models.CheckConstraint(
                condition=models.Q(same="", judged_by__isnull=True)
                | (~models.Q(same="") & ~models.Q(why="") & models.Q(judged_on__isnull=False)),
                name="search_pair_judged_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["search", "-certainty"], name="search_pair_worklist")]
