"""The commitments whose date is so near, or just past, that somebody is reminded of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from samvirke.foundation.clock import today
from samvirke.registers.commitments.follow_up import follow_up
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible
from samvirke.trust.identity.models import Agency

BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class Reminder:
    """One commitment whose date comes up (`before`) or has passed (`after`), and the agencies that owe it.

    An owner that is a body is asked through the police of the district, who keep its secretariat.
    """

    commitment: Commitment
    when: str
    agencies: tuple[str, ...]

    @property
    def key(self) -> str:
        """The same for the same date however often it is asked: each is reminded once."""
        return f"commitment:{self.commitment.pk}:{self.when}:{self.commitment.due}"


def to_remind(actor: Actor) -> list[Reminder]:
    """Those of every district that the actor sees; one that has been late for long belongs on an agenda instead."""
    days, day = follow_up(), today()
    ahead, past = day + timedelta(days=days.remind_before), day - timedelta(days=days.remind_after)
    longest = past - timedelta(days=days.escalate_after)
    rows = visible(actor, "commitments.read", Commitment.objects.filter(state=OPEN, due__isnull=False))
    soon = [(one, BEFORE) for one in rows.select_related("district").filter(due__gte=day, due__lte=ahead)]
    late = [(one, AFTER) for one in rows.select_related("district").filter(due__gte=longest, due__lte=past)]
    found = [*soon, *late]
    named = {owner for one, _when in found for owner in one.owners}
    agencies = set(Agency.objects.filter(pk__in=named).values_list("pk", flat=True))
    bodies = set(Body.objects.filter(pk__in=named).values_list("pk", flat=True))
    return [Reminder(one, when, _asked(one, agencies, bodies)) for one, when in found]


def _asked(commitment: Commitment, agencies: set[str], bodies: set[str]) -> tuple[str, ...]:
    asked = [owner for owner in commitment.owners if owner in agencies]
    if commitment.district.police_id and any(owner in bodies for owner in commitment.owners):
        asked.append(commitment.district.police_id)
    return tuple(dict.fromkeys(asked))
