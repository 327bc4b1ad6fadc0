"""A cooperation plan (samarbejdsplan) of one district and year."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District


class Plan(models.Model):
    """The plan as a document: who signed it, when, and what a careful reader found odd in print."""

    id = models.SlugField(primary_key=True, max_length=80)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="plans")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.JSONField()
    year = models.PositiveSmallIntegerField()
    signed_on = models.DateField(null=True)
    signed_at = models.CharField(max_length=80, blank=True)
    published = models.JSONField(default=dict)
    parts = models.JSONField(default=list)
    signatories = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    figures = models.JSONField(default=list)

    class Meta:
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["district", "year"], name="plan_once_a_year")]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)

    def __str__(self) -> str:
        return self.id
