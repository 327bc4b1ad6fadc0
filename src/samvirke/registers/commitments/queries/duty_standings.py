"""How far each body has come with each duty of a year, and by when something must happen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samvirke.foundation.clock import today
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.commitments.register import Duty, duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

MET, ON_COURSE, AT_RISK, NOT_BEGUN, MISSED = "met", "on-course", "at-risk", "not-begun", "missed"
_LOOK_AHEAD_DAYS = 45


@dataclass(frozen=True)
class Standing:
    """One duty of one body in a year: units done and planned of those required.

    `act_by` is the day by which the next missing unit must be called, `hold_by` by which it must take place;
    both are `None` when nothing is missing. `latest` is the day of the last unit done, `next` of the next planned.
    """

    duty: Duty
    body: Body
    required: int
    done: int
    planned: int
    state: str
    latest: date | None = None
    next: date | None = None
    act_by: date | None = None
    hold_by: date | None = None

    @property
    def missing(self) -> int:
        """Units that are neither done nor planned."""
        return max(self.required - self.done - self.planned, 0)


def duty_standings(actor: Actor, bodies: Iterable[Body], year: int) -> list[Standing]:
    """One line for each body and duty, in the order of the bodies and of their duties."""
    wanted = list(bodies)
    seen = visible(actor, "commitments.see", Body.objects.filter(pk__in=[body.pk for body in wanted]))
    allowed = set(seen.values_list("pk", flat=True))
    units: dict[tuple[str, str], list[Fulfilment]] = defaultdict(list)
    for unit in Fulfilment.objects.filter(body_id__in=allowed).order_by("on"):
        units[unit.body_id, unit.duty].append(unit)
    return [
        _standing(duty(name), body, units[body.pk, name], year)
        for body in wanted
        if body.pk in allowed
        for name in body.duties
    ]


def _standing(owed: Duty, body: Body, units: list[Fulfilment], year: int) -> Standing:
    counted = [unit for unit in units if owed.once or unit.year == year]
    done = [unit.on for unit in counted if unit.state == "done"]
    planned = [unit.on for unit in counted if unit.state == "planned"]
    missing = max(owed.times - len(done) - len(planned), 0)
    coming = [day for day in planned if day is not None]
    return Standing(
        duty=owed,
        body=body,
        required=owed.times,
        done=len(done),
        planned=len(planned),
        state=_state(owed, year, len(done), missing),
        latest=max((day for day in done if day), default=None),
        next=min(coming, default=None),
        act_by=owed.act_by(year, missing) if missing else None,
        hold_by=owed.hold_by(year, missing) if missing else None,
    )


def _state(owed: Duty, year: int, done: int, missing: int) -> str:
    if done >= owed.times:
        return MET
    if today() > date(year, 12, 31):
        return MISSED
    if not missing:
        return ON_COURSE
    return AT_RISK if (owed.act_by(year, missing) - today()).days <= _LOOK_AHEAD_DAYS else NOT_BEGUN
