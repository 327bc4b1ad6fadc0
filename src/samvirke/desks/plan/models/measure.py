"""A measure (indsats) that a plan proposes; it becomes a commitment when the plan is in force."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.plan import Plan
from samvirke.desks.plan.models.section import Section
from samvirke.foundation.words import Words
from samvirke.registers.commitments.models.commitment import KINDS, PREVENTIONS


class Measure(models.Model):
    """Who will do what, where, when, how much, for whom and at what cost. Owners are agencies or bodies by id.

    Nobody owes it before the plan is in force: until then it stands here and not among the commitments. `older` holds,
    by column, translations of what it said before, until somebody has looked at them again.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="measures")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="measures")
    slug = models.SlugField(max_length=100)
    title = models.JSONField()
    text = models.JSONField()
    owners = models.JSONField()
    kind = models.CharField(max_length=10)
    optional = models.BooleanField(default=False)
    times = models.PositiveSmallIntegerField(null=True)
    per = models.CharField(max_length=10, blank=True)
    begins = models.DateField(null=True)
    due = models.DateField(null=True)
    area = models.CharField(max_length=200, blank=True)
    dose = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=200, blank=True)
    cost = models.PositiveIntegerField(null=True)
    prevention = models.CharField(max_length=10, blank=True)
    indicator = models.SlugField(max_length=80, blank=True)
    why_not = models.JSONField(default=dict)
    older = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["section__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "slug"], name="measure_once_in_a_plan"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="measure_of_known_kind"),
            models.CheckConstraint(
                condition=models.Q(prevention__in=("", *PREVENTIONS)), name="measure_prevents_early_or_late"
            ),
            models.CheckConstraint(
                condition=models.Q(begins__isnull=True)
                | models.Q(due__isnull=True)
                | models.Q(begins__lte=models.F("due")),
                name="measure_begins_before_it_is_due",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="cadence") | (models.Q(times__gte=1) & ~models.Q(per="")),
                name="measure_of_a_cadence_says_how_often",
            ),
        ]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)

    @property
    def measurable(self) -> bool:
        """Whether one could see that it was done; otherwise `why_not` says what is missing."""
        return not self.why_not
