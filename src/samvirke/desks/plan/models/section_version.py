"""How a section read after each change, and who changed it."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.section import Section
from samvirke.trust.identity.models import Account


class SectionVersion(models.Model):
    """One version of a section's words. `suggested_by` names whoever proposed it, where it came as a suggestion."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    heading = models.JSONField()
    text = models.JSONField(default=dict)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    suggested_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["section", "version"], name="section_version_once")]
