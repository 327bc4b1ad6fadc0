"""The stages of a kind of case in words: how long each may last and who says so, and what may cross at it."""

from __future__ import annotations

from typing import Any

from samvirke.desks.casework.engine.clocks import Entered
from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    UNNAMED,
    CaseType,
    Clock,
    FromConfiguration,
    Stage,
    Until,
)
from samvirke.doors.web.casework.wording import AGENCIES
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import PURPOSES, basis

_UNITS = {
    "days": (_("{count} day"), _("{count} days")),
    "weekdays": (_("{count} weekday"), _("{count} weekdays")),
    "hours": (_("{count} hour"), _("{count} hours")),
    "years": (_("{count} year"), _("{count} years")),
}


def stage_shown(one: CaseType, stage: Stage, entered: Entered, speech: Speech) -> dict[str, Any]:
    """One stage."""
    return {
        "title": speech.say(stage.title),
        "leads_to": speech.listed([speech.say(one.stage(name).title) for name in stage.leads_to]),
        "clock": _clock(one, stage, entered, speech),
        "of": speech.say(AGENCIES[stage.clock_of]) if stage.clock_of else "",
        "needs": [speech.say(one.question(path).label) for path in stage.needs],
        "crosses": _crosses(one, stage, speech),
    }


def amount_said(clock: Clock, speech: Speech) -> str:
    """“4 years”."""
    once, more = _UNITS[clock.unit]
    return Said(once, {"count": clock.amount}, more).text(speech.language)


def _clock(one: CaseType, stage: Stage, entered: Entered, speech: Speech) -> str:
    match stage.clock:
        case None:
            return "–"
        case Until(path=path):
            return speech.say(_("until “{question}”"), question=Said(one.question(path).label))
        case FromConfiguration():
            days = entered(f"stage:{stage.name}")
            if not days:
                return speech.say(_("the district has not entered it"))
            return speech.say(_("{period}, as the district has entered"), period=_days(days))
        case Clock() as clock:
            return _counted(one, clock, speech)
    raise TypeError(f"{stage.clock!r} is no clock")


def _counted(one: CaseType, clock: Clock, speech: Speech) -> str:
    said = amount_said(clock, speech)
    if clock.since:
        asked = Said(one.question(clock.since).label)
        said = speech.say(_("{period} from “{question}”"), period=said, question=asked)
    if clock.soft:
        said = speech.say(_("{period}, as far as possible"), period=said)
    return f"{said} ({speech.say(clock.source)})"


def _days(days: int) -> Said:
    once, more = _UNITS["days"]
    return Said(once, {"count": days}, more)


def _crosses(one: CaseType, stage: Stage, speech: Speech) -> str:
    found = basis(one.basis_at(stage.name))
    alone = not (one.joined_by or one.refers_to)
    if stage.crosses == NOTHING or stage.outcomes or not found.joins_agencies or alone:
        return speech.say(_("nothing"))
    what = _("what names nobody") if stage.crosses == UNNAMED else _("exact fields, by disclosure")
    purpose = Said(PURPOSES[one.purpose_at(stage.name)])
    return speech.say(_("{what}; for: {purpose}"), what=Said(what), purpose=purpose)
