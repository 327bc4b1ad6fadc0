"""Something that happened in a case, as one agency may see it in its course."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.case import Case


class Event(models.Model):
    """`seen_by` names the agency that may see it; empty means everyone on the case. `facts` hold no content."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    seen_by = models.SlugField(max_length=80, blank=True)
    kind = models.CharField(max_length=40)
    on = models.DateField()
    at = models.DateTimeField()
    account_id = models.CharField(max_length=120)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["case", "at"], name="event_course")]
