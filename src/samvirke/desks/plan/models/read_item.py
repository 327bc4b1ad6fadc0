"""Something that was read from a plan on paper, until a person has taken it into the draft or left it out."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.plan import Plan
from samvirke.desks.plan.models.section import Section
from samvirke.trust.identity.models import Account

SECTION, FOCUS, MEASURE = KINDS = ("section", "focus", "measure")
WAITING, TAKEN_IN, LEFT_OUT = STATES = ("waiting", "taken-in", "left-out")


class ReadItem(models.Model):
    """One item with the place where it is printed, how sure the reading is, and why.

    `order` is the place of the item in the file; `of` is the order of the section item it stands in, or under.
    `section` is the section of the draft that was made of it, or that it went into.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="read_items")
    kind = models.CharField(max_length=10)
    order = models.PositiveIntegerField()
    of = models.PositiveIntegerField(null=True)
    content = models.JSONField()
    place = models.JSONField()
    level = models.CharField(max_length=6)
    why = models.JSONField(default=list)
    state = models.CharField(max_length=10, default=WAITING)
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["kind", "order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "kind", "order"], name="read_item_once"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="read_item_of_known_kind"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="read_item_in_known_state"),
            models.CheckConstraint(
                condition=models.Q(state=WAITING, decided_by__isnull=True, decided_at__isnull=True)
                | (~models.Q(state=WAITING) & models.Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="read_item_decided_by_a_person",
            ),
        ]
