"""Takes over the days that are proposed for a body's year, each as a planned meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Max

from samvirke.desks.meetings.engine.template import template_of
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.meeting import CANCELLED, PLANNED
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.plan", on="body")
def plan_year(actor: Actor, *, body: Body, days: Sequence[date]) -> list[Meeting]:
    """One planned meeting a day, at the body's usual hours, numbered after those it has.

    Raises `Refused` for a day that is past, and for a day on which the body meets already: two who take over the same
    proposal do not double it.
    """
    Body.objects.select_for_update().get(pk=body.pk)
    return [_planned(body, day) for day in sorted(days)]


def _planned(body: Body, day: date) -> Meeting:
    if day < today():
        what = Said(_("{day} is past."), {"day": day.isoformat()})
        raise Refused.because(what, _("Reload the page and take over the new proposal."))
    habits = template_of(body)
    starts = datetime.combine(day, habits.starts, COPENHAGEN)
    own = Meeting.objects.filter(body=body, year=day.year)
    near = own.exclude(state=CANCELLED).filter(starts_at__gte=starts - timedelta(hours=12))
    if near.filter(starts_at__lt=starts + timedelta(hours=12)).exists():
        what = Said(_("{body} meets on {day} already."), {"body": body.words, "day": day.isoformat()})
        raise Refused.because(what, _("Reload the page."))
    made = Meeting.objects.create(
        body=body,
        year=day.year,
        number=(own.aggregate(last=Max("number"))["last"] or 0) + 1,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=habits.lasts_minutes),
        place=_usual_place(body),
        state=PLANNED,
    )
    note(made)
    return made


def _usual_place(body: Body) -> str:
    """Where they met the last time."""
    last = Meeting.objects.filter(body=body).exclude(place="").order_by("-starts_at").first()
    return last.place if last else ""
