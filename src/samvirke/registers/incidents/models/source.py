"""A source of incidents: it belongs to one district and is read by one mapping."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.places.models import District


class Source(models.Model):
    """Where incidents come from, and what is counted in it."""

    name = models.SlugField(primary_key=True, max_length=80)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="sources")
    title = models.JSONField()
    counted = models.JSONField()
    mapping = models.SlugField(max_length=80)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)

    def __str__(self) -> str:
        return self.name
