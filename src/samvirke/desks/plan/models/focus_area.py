"""A focus area (fokusområde), national or local, and the indicators that follow it."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.plan import Plan
from samvirke.desks.plan.models.section import Section
from samvirke.foundation.words import Words

SCOPES = ("national", "local", "not-stated")


class FocusArea(models.Model):
    """What a plan puts first. Indicators are names; whether they exist is checked when a district is loaded."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="focus_areas")
    section = models.OneToOneField(Section, on_delete=models.CASCADE, related_name="focus_area")
    slug = models.SlugField(max_length=80)
    title = models.JSONField()
    scope = models.CharField(max_length=12)
    listed = models.BooleanField()
    indicators = models.JSONField(default=list)
    without_indicator = models.JSONField(default=dict)

    class Meta:
        ordering = ["section__order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "slug"], name="focus_area_once"),
            models.CheckConstraint(condition=models.Q(scope__in=SCOPES), name="focus_area_of_known_scope"),
        ]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)
