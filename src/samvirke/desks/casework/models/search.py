"""A search inside a referral: why, of which period, until when its reports are kept, and what came of it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.matching.fields import UNITS
from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Account, Agency

SOCIAL_REPORT, NO_REPORT, TIME_OVER = RESULTS = ("social-report", "nothing", "time-over")


class Search(models.Model):
    """The agency's own, in a case that was referred to it. What it was about stands in its reports, which go with it.

    `model` is how the reports were compared, in numbers about pairs; `phone_key` makes their digests comparable while
    the search lasts. `became` is the social report that it led to. `version` counts edits.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="searches")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="searches")
    number = models.PositiveIntegerField()
    about = models.CharField(max_length=10)
    criterion = models.CharField(max_length=1000)
    reports_from = models.DateField()
    reports_to = models.DateField()
    match_key_id = models.CharField(max_length=40)
    begun_on = models.DateField()
    begun_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="begun_searches")
    forget_on = models.DateField()
    rules = models.JSONField(default=list)
    job_id = models.UUIDField(null=True)
    ran_on = models.DateField(null=True)
    model = models.JSONField(default=dict)
    at_least = models.FloatField(null=True)
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="ended_searches")
    result = models.CharField(max_length=20, blank=True)
    why = models.CharField(max_length=1000, blank=True)
    became = models.OneToOneField(Case, on_delete=models.SET_NULL, null=True, related_name="found_by_search")
    tally = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="search_number_once"),
            models.CheckConstraint(condition=~models.Q(criterion=""), name="search_for_a_criterion"),
            models.CheckConstraint(condition=models.Q(about__in=UNITS), name="search_about_a_known_unit"),
            models.CheckConstraint(
                condition=models.Q(reports_to__gte=models.F("reports_from")), name="search_of_a_period"
            ),
            models.CheckConstraint(condition=models.Q(result__in=("", *RESULTS)), name="search_result_is_known"),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True, result="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(result="")),
                name="search_ended_with_a_result",
            ),
            models.CheckConstraint(
                condition=models.Q(result__in=("", TIME_OVER)) | ~models.Q(why=""), name="search_ended_for_a_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(at_least__isnull=True) | models.Q(at_least__gt=0, at_least__lt=1),
                name="search_threshold_is_a_certainty",
            ),
        ]
        indexes = [models.Index(fields=["ended_on", "forget_on"], name="search_time_over")]

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.ended_on is None
