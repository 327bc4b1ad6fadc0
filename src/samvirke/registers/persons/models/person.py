"""A person whom a case is about, as one agency knows them."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Agency

_WITHOUT_CPR = models.Q(cpr_sealed="", cpr_key_id="", cpr_match="", match_key_id="", replacement=False)
_WITH_CPR = ~models.Q(cpr_sealed="") & ~models.Q(cpr_key_id="") & ~models.Q(cpr_match="") & ~models.Q(match_key_id="")


class Person(models.Model):
    """One agency's row about somebody; the same person known to two agencies is two rows that never meet.

    The CPR number is sealed, and `cpr_match` finds it within the agency. `replacement` says that it is a replacement
    number (erstatningspersonnummer); `protected` that name and address are protected.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    born = models.DateField(null=True)
    cpr_sealed = models.CharField(max_length=120, blank=True)
    cpr_key_id = models.CharField(max_length=40, blank=True)
    cpr_match = models.CharField(max_length=64, blank=True)
    match_key_id = models.CharField(max_length=40, blank=True)
    replacement = models.BooleanField(default=False)
    protected = models.BooleanField(default=False)
    invented = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "cpr_match"], condition=~models.Q(cpr_match=""), name="person_once_in_an_agency"
            ),
            models.CheckConstraint(condition=_WITHOUT_CPR | _WITH_CPR, name="person_cpr_with_keys_or_none"),
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
        ]
        indexes = [models.Index(fields=["agency", "match_key_id"], name="person_match_keys_in_use")]

    def __str__(self) -> str:
        return str(self.pk)
