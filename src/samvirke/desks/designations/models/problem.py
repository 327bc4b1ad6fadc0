"""A local problem (lokalt problem): scanned, analysed, responded to and assessed by an officer and a municipality."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from samvirke.registers.places.models import District, Municipality
from samvirke.trust.identity.models import Account

# Eck and Spelman (1987): the four steps of problem-oriented work, which may be gone back over.
SCAN, ANALYSE, RESPOND, ASSESS = STAGES = ("scan", "analyse", "respond", "assess")
SOLVED, LESS, UNCHANGED, MOVED, CANNOT_TELL = OUTCOMES = ("solved", "less", "unchanged", "moved", "cannot-tell")


class Problem(models.Model):
    """What keeps happening, where, and the two who own it; it holds offences and places, never persons.

    `about` is the pattern in words. `next_look` is when the owners look at it again; a closed one has none, and says
    what came of it and why that is known.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="problems")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    about = models.TextField()
    stage = models.CharField(max_length=8, default=SCAN)
    officer = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    next_look = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=12, blank=True)
    why = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["next_look", "title", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(about=""), name="problem_says_what_it_is"),
            models.CheckConstraint(condition=Q(stage__in=STAGES), name="problem_in_known_stage"),
            models.CheckConstraint(condition=~Q(officer=F("partner")), name="problem_with_two_owners"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, next_look__isnull=False, outcome="", why="")
                | (Q(closed_on__isnull=False, next_look__isnull=True, outcome__in=OUTCOMES) & ~Q(why="")),
                name="problem_open_or_closed_for_a_reason",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self.closed_on is None

    def is_late(self, day: date) -> bool:
        """Whether its owners should have looked at it before a day."""
        return self.next_look is not None and self.next_look < day

    def __str__(self) -> str:
        return self.title
