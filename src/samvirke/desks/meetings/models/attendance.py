"""Somebody at a meeting (fremmøde): a member, a stand-in or a guest, and whether they came."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.meetings.models.meeting import Meeting
from samvirke.foundation.words import Words
from samvirke.trust.identity.models import Account, Agency

CHAIR, VICE_CHAIR, MEMBER, SUBSTITUTE, SECRETARY, GUEST = ROLES = (
    "chair", "vice-chair", "member", "substitute", "secretary", "guest",
)  # fmt: skip
SIT_THERE = (CHAIR, VICE_CHAIR, MEMBER)
EXPECTED, PRESENT, APOLOGIES = STATES = ("expected", "present", "apologies")


class Attendance(models.Model):
    """One person at one meeting, as they sat in the body that day. `chairs` is set on whoever leads the meeting."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    office = models.JSONField(default=dict)
    role = models.CharField(max_length=12)
    state = models.CharField(max_length=10, default=EXPECTED)
    chairs = models.BooleanField(default=False)
    stands_in_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="stand_ins")
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "order"], name="attendance_order_once"),
            models.UniqueConstraint(
                fields=["meeting", "account"], condition=Q(account__isnull=False), name="attendance_once_in_a_meeting"
            ),
            models.UniqueConstraint(fields=["meeting"], condition=Q(chairs=True), name="attendance_one_chairs"),
            models.UniqueConstraint(
                fields=["stands_in_for"], condition=Q(state=PRESENT), name="attendance_one_stands_in"
            ),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="attendance_in_known_role"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="attendance_in_known_state"),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | Q(role=SUBSTITUTE), name="attendance_substitutes_stand_in"
            ),
            models.CheckConstraint(
                condition=Q(chairs=False) | ~Q(role__in=[SECRETARY, GUEST]), name="attendance_guests_do_not_chair"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="attendance_of_somebody"),
        ]

    @property
    def words(self) -> Words | None:
        """The office in its languages, where one is known."""
        return Words.of(self.office) if self.office else None

    @property
    def may_vote(self) -> bool:
        """Whether they sit there that day: a member who came, or whoever stands in for one who did not."""
        return self.state == PRESENT and (self.role in SIT_THERE or self.stands_in_for_id is not None)
