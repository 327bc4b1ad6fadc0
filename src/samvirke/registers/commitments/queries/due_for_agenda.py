"""The duties that put themselves on the agenda of a body's meeting."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.registers.commitments.queries.duty_standings import Conditions, Standing, duty_standings
from samvirke.registers.commitments.register import AGENDA, MEETING
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

_DAYS_OF_A_YEAR = 365


def due_for_agenda(actor: Actor, body: Body, before_date: date, conditions: Conditions) -> list[Standing]:
    """What a meeting on `before_date` should have on its agenda, the earliest date first.

    A duty comes up when something is neither done nor planned, and the body may not meet again before the day by which
    it must take place: it meets as often as its own duty of meetings says, and a body without one is taken to meet
    once a year. What may be done, not must, never comes up by itself. Where a measured condition is met, the duty comes
    up at once.
    """
    standings = duty_standings(actor, [body], before_date.year, conditions)
    meets = max((one.required for one in standings if one.duty.where == MEETING), default=1)
    last = before_date + timedelta(days=_DAYS_OF_A_YEAR // max(meets, 1))
    due = [
        (one.hold_by, one)
        for one in standings
        if one.duty.where == AGENDA and not one.duty.optional and one.hold_by
        if one.hold_by < last or conditions.get((body.pk, one.duty.name))
    ]
    return [one for _day, one in sorted(due, key=lambda pair: (pair[0], pair[1].duty.name))]
