"""A municipality (kommune) under its official code."""

from __future__ import annotations

from django.db import models

from samvirke.registers.places.models.district import District


class Municipality(models.Model):
    """A municipality lies in one police district."""

    code = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(max_length=100)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="municipalities")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
