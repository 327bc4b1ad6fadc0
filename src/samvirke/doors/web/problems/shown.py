"""What the pages of local problems say: the steps, the answers, and what is due."""

from __future__ import annotations

from typing import Any

from samvirke.desks.designations.models import Problem
from samvirke.desks.designations.models.problem import (
    ANALYSE,
    ASSESS,
    CANNOT_TELL,
    LESS,
    MOVED,
    RESPOND,
    SCAN,
    SOLVED,
    UNCHANGED,
)
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign

STAGES_SAID = {
    SCAN: (_("Scan"), _("What keeps happening, where and when? Is it one problem?")),
    ANALYSE: (_("Analyse"), _("Why there and why then? What makes it possible?")),
    RESPOND: (_("Respond"), _("Who does what about the cause, and by when?")),
    ASSESS: (_("Assess"), _("Did it help, did it move, and what was learnt?")),
}
OUTCOMES_SAID = {
    SOLVED: _("The problem is gone"),
    LESS: _("There is less of it"),
    UNCHANGED: _("It is as it was"),
    MOVED: _("It has moved elsewhere"),
    CANNOT_TELL: _("Nobody can tell"),
}


def line(one: Problem, speech: Speech) -> dict[str, Any]:
    """A problem as a row of the list."""
    state, said = _standing(one, speech)
    return {
        "id": one.pk,
        "title": one.title,
        "municipality": one.municipality.name,
        "stage": speech.say(STAGES_SAID[one.stage][0]),
        "owners": f"{one.officer.name}, {one.partner.name}",
        "state": state,
        "sign": sign(state),
        "said": said,
        "invented": one.invented,
    }


def _standing(one: Problem, speech: Speech) -> tuple[str, str]:
    if one.closed_on is not None:
        outcome = speech.say(OUTCOMES_SAID[one.outcome])
        return "not-begun", f"{outcome}, {speech.day(one.closed_on, year=True)}"
    if one.next_look is None:
        return "waiting", ""
    if one.is_late(today()):
        return "overdue", speech.say(_("was to be looked at on {day}"), day=speech.day(one.next_look, year=True))
    return "waiting", speech.say(_("next look on {day}"), day=speech.day(one.next_look, year=True))
