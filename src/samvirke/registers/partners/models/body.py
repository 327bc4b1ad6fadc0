"""A body: district council (kredsråd), local council (lokalråd), committee, board, network or team."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.places.models import District, Municipality


class Body(models.Model):
    """Something that meets, decides or works under a name. Its id is unique in the country.

    `duties` are names of declared duties; `origin` says in which plan or other source it stands. `decided_by` says in
    words who decides, where it is not the body alone; it is empty where no source says so. `quorum` says with how many
    members it decides: `{"least": 4}` or `{"more_than_half": true}`; it is empty where no rules are known.
    """

    id = models.SlugField(primary_key=True, max_length=80)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="bodies")
    kind = models.SlugField(max_length=40)
    name = models.JSONField()
    task = models.JSONField()
    located_in = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    decided_by = models.JSONField(default=dict)
    quorum = models.JSONField(default=dict)
    duties = models.JSONField(default=list)
    origin = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]

    @property
    def words(self) -> Words:
        """The name in its languages."""
        return Words.of(self.name)

    @property
    def is_local_council(self) -> bool:
        """Whether it is the local council of one municipality."""
        return self.kind == "local-council"

    def __str__(self) -> str:
        return self.id


class BodyMunicipality(models.Model):
    """A body works for a municipality, which may lie outside the body's own district."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="covers")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "municipality"], name="body_covers_once")]
