"""An item of an agenda (dagsordenspunkt): what it is about, what is recommended, and what was said of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samvirke.desks.meetings.models.meeting import Meeting
from samvirke.foundation.words import Words

DECISION, DISCUSSION, INFORMATION = KINDS = ("decision", "discussion", "information")
WAITING, RUNNING, DONE, POSTPONED = STATES = ("waiting", "running", "done", "postponed")
STANDING, COMMITMENT, DUTY, MATTER, SIGNAL = SOURCES = ("standing", "commitment", "duty", "matter", "signal")


class AgendaItem(models.Model):
    """A numbered item. A closed one keeps its title inside.

    `source` and `source_key` say where it came from, so that the same proposal is taken in once. `minutes` are those
    set aside, `seconds` those that were used. `text` is what the minutes say, `inside` what they say to members alone.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.JSONField()
    kind = models.CharField(max_length=12)
    recommendation = models.JSONField(default=dict)
    summary = models.TextField(blank=True)
    background = models.TextField(blank=True)
    consequences = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    is_open = models.BooleanField(default=True)
    source = models.CharField(max_length=12, blank=True)
    source_key = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, default=WAITING)
    began_at = models.DateTimeField(null=True)
    resumed_at = models.DateTimeField(null=True)
    seconds = models.PositiveIntegerField(default=0)
    text = models.TextField(blank=True)
    inside = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_number_once"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(state=RUNNING), name="agenda_one_item_runs_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["meeting", "source", "source_key"], condition=~Q(source_key=""), name="agenda_proposal_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="agenda_item_of_known_kind"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="agenda_item_in_known_state"),
            models.CheckConstraint(condition=Q(source__in=["", *SOURCES]), name="agenda_item_of_known_source"),
            models.CheckConstraint(
                condition=Q(state=RUNNING, resumed_at__isnull=False) | (~Q(state=RUNNING) & Q(resumed_at__isnull=True)),
                name="agenda_item_runs_since_a_time",
            ),
        ]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)

    @property
    def is_over(self) -> bool:
        """Whether nothing more has to happen to it before the meeting can be closed."""
        return self.state in (DONE, POSTPONED)
