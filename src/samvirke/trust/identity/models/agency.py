"""An agency (myndighed): police, municipality, region, probation; each is its own controller."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words

KINDS = ("police", "municipality", "region", "probation", "association", "other")


class Agency(models.Model):
    """A public authority or association that takes part. Its id is unique in the country.

    `municipality` is the official code of the one that it governs; nothing for every other agency.
    """

    id = models.SlugField(primary_key=True, max_length=80)
    name = models.JSONField()
    kind = models.CharField(max_length=20)
    municipality = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="agency_of_known_kind"),
        ]

    @property
    def words(self) -> Words:
        """The name in its languages."""
        return Words.of(self.name)

    def __str__(self) -> str:
        return self.id


class AgencyDistrict(models.Model):
    """A police district in which an agency takes part; a region takes part in several."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="districts")
    district_id = models.SlugField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "district_id"], name="agency_once_in_a_district")]
