"""A goal (mål) of a plan, and the indicator that would show it, or why none can."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.plan import Plan
from samvirke.desks.plan.models.section import Section
from samvirke.foundation.words import Words


class Goal(models.Model):
    """What a plan wants to reach. One that names no indicator is an intention, and says why.

    `adopted` is the slug of the council's goal that a local council has made its own; `version` rises with each change.
    `older` holds, by column, translations of what it said before, until somebody has looked at them again.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="goals")
    slug = models.SlugField(max_length=100)
    text = models.JSONField()
    measurable = models.BooleanField()
    indicator = models.SlugField(max_length=80, blank=True)
    why_not = models.JSONField(default=dict)
    adopted = models.SlugField(max_length=100, blank=True)
    older = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["section__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "slug"], name="goal_once"),
            models.CheckConstraint(
                condition=models.Q(measurable=False) | ~models.Q(indicator=""), name="measurable_goal_has_indicator"
            ),
        ]

    @property
    def words(self) -> Words:
        """The text in its languages."""
        return Words.of(self.text)
