"""What somebody's own meetings are, and what waits for them: agendas to comment on, minutes to approve."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from samvirke.desks.meetings.models import Approval, Consulted, Meeting
from samvirke.desks.meetings.models.meeting import AGENDA, HELD
from samvirke.foundation.clock import today
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.sittings import bodies_of
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def my_meetings(actor: Actor) -> QuerySet[Meeting]:
    """Those they are on the list of, and those of the bodies they sit on today; the nearest first."""
    seen = visible(actor, "meetings.see", Body.objects.all())
    if actor.account is None:
        return Meeting.objects.none()
    mine = Q(attendances__account_id=actor.account) | Q(body__in=bodies_of(actor, today()))
    rows = Meeting.objects.filter(body__in=seen).filter(mine)
    return rows.select_related("body__district").distinct().order_by("starts_at", "body_id", "number")


def to_comment(actor: Actor) -> QuerySet[Consulted]:
    """Agendas they were asked to read and have not answered."""
    rows = Consulted.objects.filter(answered_at__isnull=True, meeting__state=AGENDA)
    return visible(actor, "meetings.comment", rows).select_related("meeting__body__district")


def to_approve(actor: Actor) -> QuerySet[Approval]:
    """Minutes that they are asked to approve, with what they have said of them."""
    rows = Approval.objects.filter(attendance__meeting__state=HELD)
    return visible(actor, "meetings.approve", rows).select_related("attendance__meeting__body__district")
