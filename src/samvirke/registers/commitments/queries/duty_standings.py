"""How far each body has come with each duty of a year, and by when something must happen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from samvirke.foundation.clock import today
from samvirke.registers.commitments.facts.units import owed_for, units_of
from samvirke.registers.commitments.models import Cadence, Fulfilment
from samvirke.registers.commitments.register import Duty, duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

MET, ON_COURSE, AT_RISK, NOT_BEGUN, MISSED = "met", "on-course", "at-risk", "not-begun", "missed"
_LOOK_AHEAD_DAYS = 45
# By body and duty: whether a measured condition is met. What is not in it cannot be said.
Conditions = Mapping[tuple[str, str], bool]
_NOTHING_MEASURED: Conditions = {}


@dataclass(frozen=True)
class Standing:
    """One duty of one body in a year: units done and planned of those required.

    `act_by` is the day by which the next missing unit must be called, `hold_by` by which it must take place;
    both are `None` when nothing is missing. `latest` is the day of the last unit done, `next` of the next planned.
    Where it is owed for each municipality or school, `covered` of `places` have got theirs and `uncovered` names the
    others. Without a number (`is_unset`) nothing is required: it is entered first.
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
    places: int = 0
    covered: int = 0
    uncovered: tuple[str, ...] = ()
    is_unset: bool = False

    @property
    def missing(self) -> int:
        """Units that are neither done nor planned."""
        return max(self.required - self.done - self.planned, 0)


def duty_standings(
    actor: Actor, bodies: Iterable[Body], year: int, conditions: Conditions = _NOTHING_MEASURED
) -> list[Standing]:
    """One line for each body and duty, in the order of the bodies and of their duties.

    A duty with a condition stands there for the bodies for which its number is entered. One whose condition is measured
    stands there where it is met, once a year unless a number says how often, and not where it is not met, whatever
    number was entered; where nobody can tell, the number decides.
    """
    wanted = list(bodies)
    seen = visible(actor, "commitments.see", Body.objects.filter(pk__in=[body.pk for body in wanted]))
    allowed = set(seen.values_list("pk", flat=True))
    noted: dict[tuple[str, str], list[Fulfilment]] = defaultdict(list)
    for one in Fulfilment.objects.filter(body_id__in=allowed).order_by("on"):
        noted[one.body_id, one.duty].append(one)
    numbers = _entered(allowed, year)
    units = units_of(wanted)
    found = []
    for body, owed in _owed([body for body in wanted if body.pk in allowed]):
        times = owed.times if owed.times is not None else numbers.get((body.pk, owed.name))
        met = conditions.get((body.pk, owed.name)) if owed.measured else None
        if met and times is None:
            times = 1
        if times == 0 or met is False or (owed.only_where and times is None):
            continue
        found.append(_standing(owed, body, owed_for(units, body, owed), noted[body.pk, owed.name], year, times))
    return found


def _owed(bodies: list[Body]) -> Iterator[tuple[Body, Duty]]:
    return ((body, duty(name)) for body in bodies for name in body.duties)


def _entered(bodies: set[str], year: int) -> dict[tuple[str, str], int]:
    """The numbers in force in a year, the one entered last where there were several."""
    rows = Cadence.objects.filter(body_id__in=bodies, since__lte=date(year, 12, 31)).order_by("since")
    live = [one for one in rows if one.until is None or one.until >= date(year, 1, 1)]
    return {(one.body_id, one.duty): one.times for one in live}


def _standing(
    owed: Duty, body: Body, places: dict[str, str], noted: list[Fulfilment], year: int, times: int | None
) -> Standing:
    counted = [one for one in noted if (owed.once or one.year == year) and one.unit in places]
    done, planned = (Counter(one.unit for one in counted if one.state == state) for state in ("done", "planned"))
    each, required = times or 1, (times or 0) * len(places)
    if owed.per:
        # What one school did twice does not stand in for another.
        done = Counter({key: min(count, each) for key, count in done.items()})
        planned = Counter({key: min(count, each - done[key]) for key, count in planned.items()})
    missing = max(required - done.total() - planned.total(), 0)
    # What is owed at each school can happen at all of them at once.
    rounds = -(-missing // len(places)) if missing else 0
    act_by = owed.act_by(year, rounds) if missing else None
    uncovered = tuple(name for key, name in places.items() if done[key] < each) if owed.per else ()
    return Standing(
        duty=owed,
        body=body,
        required=required,
        done=done.total(),
        planned=planned.total(),
        state=_state(owed, year, done.total() >= required, act_by) if required else NOT_BEGUN,
        latest=max((one.on for one in counted if one.state == "done" and one.on), default=None),
        next=min((one.on for one in counted if one.state == "planned" and one.on), default=None),
        act_by=act_by,
        hold_by=owed.hold_by(year, rounds) if missing else None,
        places=len(places) if owed.per else 0,
        covered=len(places) - len(uncovered) if owed.per else 0,
        uncovered=uncovered,
        is_unset=not required,
    )


def _state(owed: Duty, year: int, is_met: bool, act_by: date | None) -> str:
    if is_met:
        return MET
    if owed.optional:
        return NOT_BEGUN if act_by else ON_COURSE
    if today() > date(year, 12, 31):
        return MISSED
    if act_by is None:
        return ON_COURSE
    return AT_RISK if (act_by - today()).days <= _LOOK_AHEAD_DAYS else NOT_BEGUN
