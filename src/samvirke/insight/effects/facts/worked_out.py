"""Works a design out on the newest versions of its incidents: verdict, intervals, warnings, and its inputs."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.effects.engine.judged import Counted, Judged, compared, weighed
from samvirke.insight.effects.engine.judged_alone import interrupted, one_after_another, surveyed
from samvirke.insight.effects.engine.sorts import (
    CHANGED,
    CHOSEN_BEFORE,
    CHOSEN_UNKNOWN,
    HARM,
    LATE,
    NONE,
    SERIES,
    STAGGERED,
)
from samvirke.insight.effects.facts.counted import Reader
from samvirke.insight.effects.facts.sound import refuse_before_it_is_over
from samvirke.insight.effects.facts.wanted import wanted_of
from samvirke.insight.effects.facts.waves import AFTER, BEFORE, refuse_without_both, stated
from samvirke.insight.effects.models import Design
from samvirke.registers.incidents.harm_tables import all_harm_tables
from samvirke.registers.incidents.queries.store import open_store
from samvirke.trust.access.actor import Actor


@dataclass(frozen=True)
class WorkedOut:
    """What came of it, from which versions of which sources, and the digest of every day that was counted."""

    judged: Judged
    parameters: dict[str, Any]
    made_from: dict[str, Any]
    digest: str
    seconds: float


def worked_out(actor: Actor, design: Design) -> WorkedOut:
    """The whole of it. Raises `Refused` while the data do not reach the end of the period after."""
    began = time.perf_counter()
    if design.sort == NONE:
        raise Refused.because(_("This design measures nothing."), _("Change it first, with the reason."))
    if design.is_survey:
        refuse_without_both(design.survey)
        judged = surveyed(
            stated(design.survey[BEFORE]), stated(design.survey[AFTER]), bool(design.survey.get("more_is_better", True))
        )
        read: Sequence[Counted] = ()
        sources: dict[str, Any] = {}
    else:
        store = open_store(actor, design.district)
        refuse_before_it_is_over(store, design.periods)
        table = all_harm_tables().get(design.district.harm_weights) if design.outcome == HARM else None
        days = design.periods
        reader = Reader(design.district, store, tuple(design.categories), days.before_from, days.after_until, table)
        judged, read = _judged(design, reader)
        sources = dict(store.stamp)
    parameters = plain(wanted_of(design).columns())
    return WorkedOut(
        judged=judged.with_notes(*_notes(design)),
        parameters=parameters,
        made_from={"sources": sources},
        digest=_digest(parameters, read),
        seconds=time.perf_counter() - began,
    )


def _judged(design: Design, reader: Reader) -> tuple[Judged, list[Counted]]:
    periods, treated, others = design.periods, design.treated_areas, design.comparison_areas
    if design.sort == STAGGERED:
        areas = [(reader.of_areas([one]), one.since) for one in treated]
        areas += [(reader.of_areas([one]), None) for one in others]
        judged = one_after_another(areas, periods.before_from, periods.after_until)
        return judged, [counted for counted, _since in areas]
    here = reader.of_areas(treated)
    if design.sort == SERIES:
        return interrupted(here, periods), [here]
    there = reader.of_areas(others)
    if design.outcome == HARM:
        return weighed(here, there, periods), [here, there]
    if design.ring is None:
        return compared(here, there, None, None, periods, design.read), [here, there]
    ring = reader.of_ring(treated, design.ring, others)
    beside = reader.of_ring(others, design.ring, treated)
    return compared(here, there, ring, beside, periods, design.read), [here, there, ring, beside]


def _notes(design: Design) -> list[str]:
    told = [
        (design.selection == "before", CHOSEN_BEFORE),
        (design.selection == "unknown" and not design.is_survey, CHOSEN_UNKNOWN),
        (design.knew, LATE),
        (design.version > 1, CHANGED),
    ]
    return [name for holds, name in told if holds]


def _digest(parameters: dict[str, Any], read: Sequence[Counted]) -> str:
    made = hashlib.sha256(json.dumps(parameters, sort_keys=True, ensure_ascii=False).encode())
    for one in read:
        made.update(np.ascontiguousarray(one.days).tobytes())
        made.update(b"" if one.weights is None else np.ascontiguousarray(one.weights).tobytes())
    return made.hexdigest()


def plain(columns: dict[str, Any]) -> dict[str, Any]:
    """Days as text, so that a row can keep them."""
    made: dict[str, Any] = json.loads(json.dumps(columns, default=str))
    return made


def stored(judged: Judged) -> dict[str, Any]:
    """The result as a row keeps it."""
    return plain(asdict(judged))
