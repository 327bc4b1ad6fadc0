"""A section of a plan, summarised in our own words; an unnumbered one stands under a numbered one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from samvirke.desks.plan.models.plan import Plan
from samvirke.foundation.words import Words


class Section(models.Model):
    """A heading with its place in the plan. `has_body` is false where the plan prints a heading and nothing more."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20, blank=True)
    heading = models.JSONField()
    part = models.PositiveSmallIntegerField(null=True)
    under = models.CharField(max_length=20, blank=True)
    printed_as = models.JSONField(default=list)
    has_body = models.BooleanField()
    summary = models.JSONField(default=dict)
    focus_list = models.JSONField(default=list)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "order"], name="section_order_once"),
            models.UniqueConstraint(
                fields=["plan", "number"], condition=~models.Q(number=""), name="section_number_once"
            ),
        ]

    @property
    def words(self) -> Words:
        """The heading in its languages."""
        return Words.of(self.heading)

    def holds(self, origin: Mapping[str, Any]) -> bool:
        """Whether a fact of the plan stands here: it names number and heading, or what an unnumbered one is under."""
        named = (origin.get("section") or "", origin.get("heading", ""))
        return named == (self.number or self.under, self.words.text())

    @property
    def anchor(self) -> str:
        """A stable name for links to it."""
        return f"s-{self.number.replace('.', '-')}" if self.number else f"u-{self.order}"

    @property
    def depth(self) -> int:
        """1 for a main section; an unnumbered one lies one deeper than what it stands under, if it stands under any."""
        if self.number:
            return self.number.count(".") + 1
        return self.under.count(".") + 2 if self.under else 1
