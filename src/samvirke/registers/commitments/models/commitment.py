"""A commitment (aftale): somebody owes something, perhaps by a date, and one can see whether it was done."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account

SORTS = ("measure", "decision", "task", "learning-point")
KINDS = ("cadence", "activity", "target", "one-off")
PREVENTIONS = ("early", "late")
OPEN, DONE, DROPPED = STATES = ("open", "done", "dropped")


class Commitment(models.Model):
    """What is owed. Owners are agencies or bodies by id; the text is general matter and names no citizen.

    Measures (indsatser), decisions, tasks and learning points are one thing, told apart by `sort`. `person` is the
    member of staff who answers for it; `came_from` names the plan, meeting or decision it came from, such as
    `decision:<id>`. A measure also says where (`area` in words, `municipalities` by code), how much (`dose`), for whom,
    at what cost in kroner, and whether it prevents early or late. `version` rises with every change, so that two who
    edit at once are told. A late one is `taken_up_in` a meeting (`meeting:<id>`) on a day.

    A cadence says how many `times` `per` week, month, quarter or year. `why_not` says what is missing when it
    cannot be measured as written. One with a `case_id` is a task of a case: it keeps the date alone, and is seen there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="commitments")
    slug = models.SlugField(max_length=100, blank=True)
    plan_id = models.SlugField(max_length=80, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="commitments")
    sort = models.CharField(max_length=20, default="measure")
    title = models.JSONField()
    text = models.JSONField()
    owners = models.JSONField()
    person = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10)
    measurable = models.BooleanField()
    optional = models.BooleanField(default=False)
    why_not = models.JSONField(default=dict)
    times = models.PositiveSmallIntegerField(null=True)
    per = models.CharField(max_length=10, blank=True)
    begins = models.DateField(null=True)
    due = models.DateField(null=True)
    area = models.CharField(max_length=200, blank=True)
    municipalities = models.JSONField(default=list)
    dose = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=200, blank=True)
    cost = models.PositiveIntegerField(null=True)
    prevention = models.CharField(max_length=10, blank=True)
    indicator = models.SlugField(max_length=80, blank=True)
    origin = models.JSONField(default=dict)
    came_from = models.CharField(max_length=120, blank=True)
    taken_up_on = models.DateField(null=True)
    taken_up_in = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, default=OPEN)
    closed_on = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    case_id = models.UUIDField(null=True)
    invented = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["district", "plan_id", "slug"], condition=~models.Q(slug=""), name="commitment_once_in_a_plan"
            ),
            models.CheckConstraint(condition=models.Q(sort__in=SORTS), name="commitment_of_known_sort"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="commitment_of_known_kind"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="commitment_in_known_state"),
            models.CheckConstraint(
                condition=models.Q(state=OPEN, closed_on__isnull=True)
                | (~models.Q(state=OPEN) & models.Q(closed_on__isnull=False)),
                name="commitment_closed_on_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=DONE) | ~models.Q(evidence=""), name="commitment_done_with_evidence"
            ),
            models.CheckConstraint(
                condition=models.Q(begins__isnull=True)
                | models.Q(due__isnull=True)
                | models.Q(begins__lte=models.F("due")),
                name="commitment_begins_before_it_is_due",
            ),
            models.CheckConstraint(
                condition=models.Q(prevention__in=("", *PREVENTIONS)), name="commitment_prevents_early_or_late"
            ),
            models.CheckConstraint(
                condition=models.Q(taken_up_on__isnull=True, taken_up_in="")
                | (models.Q(taken_up_on__isnull=False) & ~models.Q(taken_up_in="")),
                name="commitment_taken_up_somewhere",
            ),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="commitment_counts_its_changes"),
        ]
        indexes = [models.Index(fields=["district", "state", "due"], name="commitment_due")]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)

    def days_overdue(self, day: date) -> int:
        """Days past the date on `day`; 0 when it is not late, closed, or has no date."""
        if self.state != OPEN or self.due is None:
            return 0
        return max((day - self.due).days, 0)
