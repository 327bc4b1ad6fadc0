"""A designation (udpegning): a place that is named for something, on evidence, for a time."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from samvirke.desks.designations.engine.kind import LEVELS
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import Area, District, Municipality
from samvirke.registers.places.shapes import MUNICIPALITY, SHAPES
from samvirke.trust.identity.models import Account

PROPOSED, IN_FORCE, ENDED, WITHDRAWN = STATES = ("proposed", "in-force", "ended", "withdrawn")


class Designation(models.Model):
    """The place, why and by which rule, and since when until when; it never holds persons, and one home is one.

    `geometry` is GeoJSON in WGS84 as RFC 7946 wants it; a whole municipality has none. `homes` says how many homes lie
    there, where the kind asks. `area` is the place as a plan names it. `term` counts its periods: a renewal begins
    another. `next_review` is empty when it is not in force.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="designations")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.SlugField(max_length=40)
    is_open = models.BooleanField(default=True)
    name = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    criterion = models.TextField(blank=True)
    shape = models.CharField(max_length=12)
    geometry = models.TextField(blank=True)
    homes = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, default=PROPOSED)
    level = models.CharField(max_length=6, blank=True)
    term = models.PositiveSmallIntegerField(default=1)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    next_review = models.DateField(null=True)
    reviewer = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="designations")
    decision = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    why_ended = models.TextField(blank=True)
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "name", "id"]
        indexes = [models.Index(fields=["district", "kind", "state"], name="designation_by_kind")]
        constraints = [
            models.CheckConstraint(condition=~Q(kind="") & ~Q(name=""), name="designation_is_named_for_something"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="designation_in_known_state"),
            models.CheckConstraint(condition=Q(shape__in=SHAPES), name="designation_of_known_shape"),
            models.CheckConstraint(
                condition=Q(shape=MUNICIPALITY, geometry="") | (~Q(shape=MUNICIPALITY) & ~Q(geometry="")),
                name="designation_lies_somewhere",
            ),
            models.CheckConstraint(condition=Q(homes__isnull=True) | ~Q(homes=1), name="designation_is_no_one_home"),
            models.CheckConstraint(
                condition=~Q(kind="safety-camera") | ~Q(purpose=""), name="designation_camera_has_a_purpose"
            ),
            models.CheckConstraint(condition=Q(level__in=["", *LEVELS]), name="designation_of_known_level"),
            models.CheckConstraint(
                condition=Q(since__isnull=True, until__isnull=True) | Q(until__gt=F("since")),
                name="designation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(state=IN_FORCE)
                | (
                    Q(since__isnull=False, next_review__isnull=False, reviewer__isnull=False, decided_on__isnull=False)
                    & ~Q(criterion="")
                    & ~Q(decision="")
                ),
                name="designation_in_force_by_a_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ENDED, WITHDRAWN)) | (Q(ended_on__isnull=False) & ~Q(why_ended="")),
                name="designation_ended_for_a_reason",
            ),
        ]

    @property
    def is_live(self) -> bool:
        """Whether it is proposed or in force."""
        return self.state in (PROPOSED, IN_FORCE)

    @property
    def is_weekly(self) -> bool:
        """Whether it is watched by a colour, week by week: no council waits for that."""
        return self.level != ""

    def is_past(self, day: date) -> bool:
        """Whether its period has run out on a day and nobody has renewed or ended it."""
        return self.state == IN_FORCE and self.until is not None and self.until < day

    def is_review_late(self, day: date) -> bool:
        """Whether somebody should have looked at it again before a day."""
        return self.state == IN_FORCE and self.next_review is not None and self.next_review < day

    def __str__(self) -> str:
        return self.name
