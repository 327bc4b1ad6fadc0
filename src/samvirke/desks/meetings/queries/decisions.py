"""The decisions of a district's bodies, with a search in them; closed ones only for those who may read them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.meeting import OVER
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

ORIGIN = "decision:"


def decisions(actor: Actor, district_id: str, words: str = "", body_id: str = "") -> QuerySet[Decision]:
    """Those of meetings that are over, the newest first; every word must stand in the decision or in its item."""
    rows = Decision.objects.exclude(outcome="").filter(item__meeting__state__in=OVER, item__in=readable_items(actor))
    bodies = visible(actor, "meetings.see", Body.objects.filter(district_id=district_id))
    rows = rows.filter(body__in=bodies.filter(pk=body_id) if body_id else bodies)
    for word in words.split()[:8]:
        rows = rows.filter(Q(text__icontains=word) | Q(item__summary__icontains=word) | Q(item__text__icontains=word))
    return rows.select_related("item__meeting", "body").order_by("-item__meeting__starts_at", "-number")


def readable_items(actor: Actor) -> QuerySet[AgendaItem]:
    """Open items of the meetings they see, and all of the meetings whose closed part they may read."""
    seen = Meeting.objects.filter(body__in=visible(actor, "meetings.see", Body.objects.all()))
    inside = seen.filter(
        Q(body__in=visible(actor, "meetings.prepare", Body.objects.all()))
        | Q(attendances__account_id=actor.account, attendances__account_id__isnull=False)
    )
    return AgendaItem.objects.filter(Q(is_open=True, meeting__in=seen) | Q(meeting__in=inside))


def born_of(actor: Actor, district_id: str, *made: Decision) -> dict[str, list[Commitment]]:
    """The commitments that came from decisions, by the decision's id."""
    rows = Commitment.objects.filter(district_id=district_id, came_from__in=[f"{ORIGIN}{one.pk}" for one in made])
    found: dict[str, list[Commitment]] = {}
    for one in visible(actor, "commitments.read", rows).select_related("person").order_by("due", "pk"):
        found.setdefault(one.came_from.removeprefix(ORIGIN), []).append(one)
    return found
