"""A design (evalueringsdesign): how it will be told whether a measure helped, fixed before anybody looks."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from samvirke.insight.effects.engine.area import Area
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.engine.sorts import HEADLINES, NONE, OUTCOMES, SORTS, SURVEY
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account


class Design(models.Model):
    """What it is about (`target` and `key`), of which kind of measure, and everything that decides its answer.

    `treated` and `comparison` are lists of areas; `ring` is how many metres around the treated area are watched for
    what moves there. `selection` says on which period the area was chosen: before (the one counted here), earlier, or
    unknown. `knew` says that the period after had begun when the design was fixed: the numbers could be known.
    `survey` holds two waves, each a share with its n and design effect. It never holds persons.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="designs")
    target = models.SlugField(max_length=40)
    key = models.CharField(max_length=40)
    title = models.JSONField()
    kind = models.SlugField(max_length=40)
    is_open = models.BooleanField(default=True)
    sort = models.CharField(max_length=12)
    why_none = models.TextField(blank=True)
    outcome = models.CharField(max_length=10)
    read = models.CharField(max_length=10)
    categories = models.JSONField(default=list)
    treated = models.JSONField(default=list)
    comparison = models.JSONField(default=list)
    ring = models.PositiveIntegerField(null=True)
    before_from = models.DateField(null=True)
    before_until = models.DateField(null=True)
    after_from = models.DateField(null=True)
    after_until = models.DateField(null=True)
    selection = models.CharField(max_length=10, default="unknown")
    survey = models.JSONField(default=dict)
    cost = models.PositiveIntegerField(null=True)
    knew = models.BooleanField(default=False)
    registered_on = models.DateField()
    registered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["registered_on", "id"]
        indexes = [models.Index(fields=["district", "kind"], name="design_by_kind")]
        constraints = [
            models.CheckConstraint(condition=Q(sort__in=SORTS), name="design_of_known_sort"),
            models.CheckConstraint(condition=Q(outcome__in=OUTCOMES), name="design_of_known_outcome"),
            models.CheckConstraint(condition=Q(read__in=HEADLINES), name="design_reads_a_known_number"),
            models.CheckConstraint(condition=~Q(sort=NONE) | ~Q(why_none=""), name="design_of_none_for_a_reason"),
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(target="") & ~Q(key=""), name="design_is_about_something"
            ),
            models.CheckConstraint(
                condition=Q(sort=NONE)
                | Q(
                    before_from__isnull=False,
                    before_until__isnull=False,
                    after_from__isnull=False,
                    after_until__isnull=False,
                    before_from__lte=F("before_until"),
                    before_until__lt=F("after_from"),
                    after_from__lte=F("after_until"),
                ),
                name="design_with_two_periods_apart",
            ),
        ]

    @property
    def periods(self) -> Periods:
        """The periods before and after. Raises `ValueError` where nothing is measured."""
        days = (self.before_from, self.before_until, self.after_from, self.after_until)
        if None in days:
            raise ValueError("a design of none has no periods")
        return Periods(*days)  # type: ignore[arg-type]

    @property
    def treated_areas(self) -> list[Area]:
        """Where it was done."""
        return [Area.of(one) for one in self.treated]

    @property
    def comparison_areas(self) -> list[Area]:
        """Where nothing was done."""
        return [Area.of(one) for one in self.comparison]

    @property
    def is_measured(self) -> bool:
        """Whether it is to give an estimate."""
        return self.sort != NONE

    @property
    def is_survey(self) -> bool:
        """Whether people are asked, and nothing is counted."""
        return self.outcome == SURVEY

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
