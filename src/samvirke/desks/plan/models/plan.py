"""A cooperation plan (samarbejdsplan) of a district, or an action plan (handleplan) or SSP plan of a local council."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District

COOPERATION, ACTION, SSP = KINDS = ("cooperation", "action", "ssp")
DRAFT, CONSULTATION, DISCUSSED, APPROVAL, SIGNED, PUBLISHED = STAGES = (
    "draft", "consultation", "discussed", "approval", "signed", "published",
)  # fmt: skip
IN_FORCE = (SIGNED, PUBLISHED)


class Plan(models.Model):
    """The plan as a document: who signed it, when, and what a careful reader found odd in print.

    One that was drafted here has a day on which it was begun, and goes through the stages; one that came in as it was
    printed was signed elsewhere. `until` is the last year of a plan for several years. `version` rises with each stage.
    `read_from` names the file from which it was begun, if it was.
    """

    id = models.SlugField(primary_key=True, max_length=80)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="plans")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, default=COOPERATION)
    title = models.JSONField()
    year = models.PositiveSmallIntegerField()
    until = models.PositiveSmallIntegerField(null=True)
    stage = models.CharField(max_length=12, default=SIGNED)
    version = models.PositiveIntegerField(default=1)
    begun_on = models.DateField(null=True)
    before = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="after")
    read_from = models.JSONField(default=dict)
    discussed_on = models.DateField(null=True)
    discussed_at = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField(null=True)
    signed_at = models.CharField(max_length=80, blank=True)
    published = models.JSONField(default=dict)
    parts = models.JSONField(default=list)
    signatories = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    figures = models.JSONField(default=list)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "year"], condition=models.Q(kind=COOPERATION), name="plan_once_a_year"
            ),
            models.UniqueConstraint(fields=["body", "kind", "year"], name="plan_of_a_body_once_a_year"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="plan_of_known_kind"),
            models.CheckConstraint(condition=models.Q(stage__in=STAGES), name="plan_in_known_stage"),
            models.CheckConstraint(
                condition=models.Q(stage__in=IN_FORCE) | models.Q(begun_on__isnull=False),
                name="plan_drafted_here_was_begun",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | (models.Q(until__gte=models.F("year")) & ~models.Q(kind=COOPERATION)),
                name="plan_ends_after_it_begins",
            ),
        ]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)

    @property
    def is_drafted_here(self) -> bool:
        """Whether it goes through the stages, and was not brought in as it was printed."""
        return self.begun_on is not None

    @property
    def is_open(self) -> bool:
        """Whether its text can still be changed."""
        return self.stage in (DRAFT, CONSULTATION, DISCUSSED)

    @property
    def last_year(self) -> int:
        """The last year it is for."""
        return self.until or self.year

    def __str__(self) -> str:
        return self.id
