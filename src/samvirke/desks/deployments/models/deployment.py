"""A deployment (indsættelse): people and equipment are somewhere, sometime, for something."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q

from samvirke.desks.deployments.engine.kind import PLACES, SCHOOL
from samvirke.desks.deployments.models.unit import Unit
from samvirke.foundation.clock import COPENHAGEN
from samvirke.registers.commitments.models import School
from samvirke.registers.places.models import District, Municipality
from samvirke.registers.places.shapes import MUNICIPALITY
from samvirke.trust.identity.models import Account, Agency

REQUESTED, PLANNED, DONE, CANCELLED, DECLINED = STATES = ("requested", "planned", "done", "cancelled", "declined")


class Deployment(models.Model):
    """What was asked for and why, who goes when and where, and how it ended; it never holds persons.

    `geometry` is GeoJSON in WGS84; at a school or in a whole municipality there is none. `suggestion` keeps what an
    analysis said when somebody took up its suggestion: source, period, n and method. `groups` are those that it is for,
    and once it is done those that it reached. What is not `is_open` the police alone see, until it is done.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="deployments")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=40)
    sort = models.SlugField(max_length=40, blank=True)
    is_open = models.BooleanField(default=True)
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    suggestion = models.JSONField(default=dict)
    shape = models.CharField(max_length=12)
    geometry = models.TextField(blank=True)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, related_name="+")
    groups = models.JSONField(default=list)
    wanted_from = models.DateField(null=True)
    wanted_until = models.DateField(null=True)
    state = models.CharField(max_length=10, default=REQUESTED)
    requested_on = models.DateField()
    requested_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    requester = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="deployments")
    people = models.PositiveSmallIntegerField(null=True)
    companions = models.JSONField(default=list)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    over_on = models.DateField(null=True)
    why_not = models.TextField(blank=True)
    said = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["starts_at", "requested_on", "name", "id"]
        indexes = [
            models.Index(fields=["district", "kind", "state"], name="deployment_by_kind"),
            models.Index(fields=["unit", "starts_at"], name="deployment_of_a_unit"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(kind="") & ~Q(name=""), name="deployment_is_for_something"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="deployment_in_known_state"),
            models.CheckConstraint(condition=Q(shape__in=PLACES), name="deployment_of_known_shape"),
            models.CheckConstraint(
                condition=Q(shape=SCHOOL, school__isnull=False, geometry="")
                | Q(shape=MUNICIPALITY, school__isnull=True, geometry="")
                | (~Q(shape__in=(SCHOOL, MUNICIPALITY)) & Q(school__isnull=True) & ~Q(geometry="")),
                name="deployment_is_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(wanted_from__isnull=True)
                | Q(wanted_until__isnull=True)
                | Q(wanted_until__gte=F("wanted_from")),
                name="deployment_wanted_in_a_period",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True, ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="deployment_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(PLANNED, DONE))
                | Q(unit__isnull=False, people__gte=1, starts_at__isnull=False, answered_on__isnull=False),
                name="deployment_planned_with_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=DONE) | Q(is_open=True, over_on__isnull=False), name="deployment_done_is_open"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(CANCELLED, DECLINED)) | (Q(over_on__isnull=False) & ~Q(why_not="")),
                name="deployment_not_done_for_a_reason",
            ),
        ]

    @property
    def starts(self) -> datetime | None:
        """When it starts, by the clock on the wall."""
        return self.starts_at.astimezone(COPENHAGEN) if self.starts_at else None

    @property
    def ends(self) -> datetime | None:
        """When it ends, by the clock on the wall."""
        return self.ends_at.astimezone(COPENHAGEN) if self.ends_at else None

    @property
    def day(self) -> date | None:
        """The day that it counts for: the one on which it starts."""
        return self.starts.date() if self.starts else None

    @property
    def is_live(self) -> bool:
        """Whether somebody still has something to do with it."""
        return self.state in (REQUESTED, PLANNED)

    def __str__(self) -> str:
        return self.name
