"""Somebody whom a case is about, as one agency has written it down."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.registers.persons.models import Person
from samvirke.trust.identity.models import Agency


class Involved(models.Model):
    """A person of the agency's own register in a part of the case; another agency sees it by disclosure only.

    `label` names the bases under which the agency had received anything in the case when it wrote this.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="involved")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="involved")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="involved")
    role = models.CharField(max_length=60)
    label = models.JSONField(default=list)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "agency", "person", "role"], name="involved_once"),
        ]
