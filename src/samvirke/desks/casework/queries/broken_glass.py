"""Cases that were opened without working on them: one's own that last, and those of the agencies that own them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from samvirke.desks.casework.models import BreakGlass, Case
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.rules import visible


def mine_broken(actor: Actor, district_id: str) -> QuerySet[BreakGlass]:
    """What somebody has opened and can still read."""
    open_to = visible(actor, "casework.open", Case.objects.filter(district_id=district_id)).values("pk")
    mine = BreakGlass.objects.filter(account=actor.account, until__gt=actor.moment, case__in=open_to)
    return mine.select_related("case").order_by("until")


def broken_of_owner(actor: Actor, district_id: str) -> QuerySet[BreakGlass]:
    """Those of cases that somebody's own agency owns: for its data protection officer, and for who leads casework."""
    cases = Case.objects.filter(district_id=district_id)
    judged = visible(actor, "casework.review-glass", cases).values("pk")
    led = visible(actor, "casework.know", cases.filter(owner_id__in=actor.agencies_as(("case-leader",)))).values("pk")
    found = BreakGlass.objects.filter(Q(case__in=judged) | Q(case__in=led))
    return found.select_related("case", "account", "agency", "reviewed_by").order_by("-since")


def broken_to_judge(actor: Actor, district_id: str, broken_id: UUID) -> BreakGlass:
    """One with its reason in words: a reading that stands in the trail.

    Raises `BreakGlass.DoesNotExist` where there is none, `NotAllowed` where the rule says no.
    """
    found = BreakGlass.objects.select_related("case", "account", "agency", "reviewed_by")
    broken = found.get(pk=broken_id, case__district_id=district_id)
    with reading(actor, "casework.review-glass", broken.case):
        note(broken)
        return broken
