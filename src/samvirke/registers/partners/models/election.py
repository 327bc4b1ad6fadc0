"""An election (valg): somebody on a body is elected to chair it, or to stand in for its chair."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.partners.models.body import Body
from samvirke.registers.partners.models.membership import Membership
from samvirke.registers.partners.models.seat import ELECTED_ROLES


class Election(models.Model):
    """A role that one of the members was elected to, from one day until another; it never outlives their membership."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="elections")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="elections")
    role = models.CharField(max_length=12)
    since = models.DateField()
    until = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "role"], condition=models.Q(until__isnull=True), name="election_of_one_to_a_role"
            ),
            models.UniqueConstraint(fields=["body", "role", "since"], name="election_begins_once"),
            models.CheckConstraint(condition=models.Q(role__in=ELECTED_ROLES), name="election_to_known_role"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="election_ends_after_it_begins",
            ),
        ]
