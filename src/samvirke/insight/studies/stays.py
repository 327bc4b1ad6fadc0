"""How long cases stay in the stages that have a clock, by agency: those still open count as not over yet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from samvirke.analysis.time_to_event import Curve, time_to_event
from samvirke.desks.casework.queries.stage_ages import Stays, stage_ages
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import today
from samvirke.foundation.period import period_of
from samvirke.insight.suppression.fewest import fewest
from samvirke.insight.suppression.release import Asked, release_tables
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

# How many there are would tell, beside the counts of the stages that follow, what one of those hides.
_ABOUT = -1


@dataclass(frozen=True)
class StageAge:
    """One stage at one agency. `is_shown` is whether enough stays have ended; nothing else is told where it is not.

    `quarter`, `half` and `three_quarters` are the days by which so many are over, empty where that is not known yet.
    `within` is the share of those with a clock that was met, to the nearest tenth.
    """

    kind: str
    stage: str
    agency: str
    is_shown: bool
    about: int = 0
    quarter: float | None = None
    half: float | None = None
    three_quarters: float | None = None
    within: float | None = None


def stays(actor: Actor, district: District, audience: str) -> list[StageAge]:
    """In the order of the declarations; a stage in which no case has been is left out."""
    kinds = case_types()
    found = {
        key: one
        for key, one in stage_ages(actor, district).items()
        if key[0] in kinds and any(there.name == key[1] and there.clock for there in kinds[key[0]].stages)
    }
    shown = _released(district, found, audience)
    rank = {name: (number, [stage.name for stage in one.stages]) for number, (name, one) in enumerate(kinds.items())}
    ordered = sorted(found, key=lambda key: (rank[key[0]][0], rank[key[0]][1].index(key[1]), key[2]))
    return [_told(key, found[key], shown[key], fewest(kinds[key[0]].sensitive)) for key in ordered]


def _released(
    district: District, found: dict[tuple[str, str, str], Stays], audience: str
) -> dict[tuple[str, str, str], bool]:
    quarter = period_of(today(), "quarter")
    names = {key: f"{district.pk} stays {_digest(key)}" for key in found}
    tables = {
        names[key]: Asked({quarter: {1: sum(one.ended)}}, fewest(case_types()[key[0]].sensitive))
        for key, one in found.items()
    }
    cells = release_tables(audience, tables)
    return {key: bool(cells[name][quarter][1].value) for key, name in names.items()}


def _digest(key: tuple[str, str, str]) -> str:
    return hashlib.sha256(" ".join(key).encode()).hexdigest()[:20]


def _told(key: tuple[str, str, str], one: Stays, is_shown: bool, few: int) -> StageAge:
    if not is_shown:
        return StageAge(*key, is_shown=False)
    curve: Curve = time_to_event(one.days, one.ended)
    known = one.in_time + one.late
    return StageAge(
        *key,
        is_shown=True,
        about=int(round(curve.n, _ABOUT)),
        quarter=curve.by_when(0.25),
        half=curve.by_when(0.5),
        three_quarters=curve.by_when(0.75),
        within=round(one.in_time / known, 1) if known >= few else None,
    )
