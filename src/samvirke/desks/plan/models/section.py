"""A section of a plan, summarised in our own words; an unnumbered one stands under a numbered one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from samvirke.desks.plan.engine.numbers import anchor_of, lies_below, steps
from samvirke.desks.plan.engine.slug import slug_of
from samvirke.desks.plan.engine.translations import outdated
from samvirke.desks.plan.models.plan import Plan
from samvirke.foundation.words import Words


class Section(models.Model):
    """A heading with its place in the plan. `has_body` is false where the plan prints a heading and nothing more.

    `slug` is what the section is called from year to year, `formerly` what it was called before; `looking_back` holds
    what became of what last year's plan wanted and promised here. `version` rises with each change of the text.
    """

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
    slug = models.SlugField(max_length=80, blank=True)
    formerly = models.JSONField(default=list)
    looking_back = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "order"], name="section_order_once"),
            models.UniqueConstraint(
                fields=["plan", "under", "number"], condition=~models.Q(number=""), name="section_number_once_below"
            ),
            models.UniqueConstraint(
                fields=["plan", "slug"], condition=~models.Q(slug=""), name="section_called_so_once"
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

    def older_languages(self, language: str) -> list[str]:
        """The languages in which it still says what it said before its text in `language` was changed."""
        kept = sorted(self.versions.all(), key=lambda one: one.version)
        versions = [{"heading": one.heading, "text": one.text} for one in kept]
        return sorted(outdated(versions, {"heading": self.heading, "text": self.summary}, language))

    @property
    def anchor(self) -> str:
        """A stable name for links to it."""
        if self.number:
            says_where = not self.under or lies_below(self.number, self.under)
            return f"s-{anchor_of(self.number if says_where else f'{self.under}-{self.number}')}"
        return f"u-{self.slug or self.order}"

    @property
    def key(self) -> str:
        """What the section is called from year to year: its slug, or its heading made into one."""
        return self.slug or slug_of(self.words.text())

    @property
    def depth(self) -> int:
        """1 for a main section; one that stands under a number lies one deeper, whether it has a number or none."""
        return len(steps(self.under)) + 1 if self.under else max(len(steps(self.number)), 1)
