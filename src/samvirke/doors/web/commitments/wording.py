"""What the pages of commitments say in words: sorts, states, where one came from, and names looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Words, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.names import names_of, owners_said
from samvirke.insight.briefing.pack.page_one import days_late
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.trust.access.rules import may

SORTS = {
    "measure": _("Measure"),
    "decision": _("Decision"),
    "task": _("Task"),
    "learning-point": _("Learning point"),
}
STATES = {"open": _("Open"), "done": _("Done"), "dropped": _("Dropped")}
REPORTED = {"on-course": _("On course"), "at-risk": _("At risk"), "done": _("Done"), "dropped": _("Dropped")}
PREVENTIONS = {"early": _("Early prevention"), "late": _("Late prevention")}
SIGNS = {"on-course": "on-course", "at-risk": "at-risk", "done": "met", "dropped": "not-begun"}


def ways(request: Asked) -> dict[str, Any]:
    """The pages around commitments that this reader may open."""
    return {
        "district": request.district,
        "may_hand_over": may(request.actor, "commitments.hand-over", request.district),
    }


@dataclass(frozen=True)
class Names:
    """The names of all owners of a list, looked up once, and the language to say them in."""

    known: dict[str, Words]
    speech: Speech

    def owners(self, one: Commitment) -> str:
        """Who owes it."""
        return owners_said(one.owners, self.speech, self.known)


def names_in(rows: Iterable[Commitment], speech: Speech) -> Names:
    """The names that a list needs."""
    return Names(names_of(sorted({owner for one in rows for owner in one.owners})), speech)


def row(one: Commitment, names: Names) -> dict[str, Any]:
    """A commitment as a line of a list."""
    speech, late = names.speech, one.days_overdue(today())
    return {
        "id": one.pk,
        "address": reverse("commitments-one", args=[one.district_id, one.pk]),
        "title": one.words.text(speech.language),
        "text": speech.words(one.text),
        "sort": speech.say(SORTS[one.sort]),
        "owner": names.owners(one),
        "person": one.person.name if one.person else "",
        "from": came_from(one, speech),
        "due": speech.day(one.due, year=True) if one.due else "",
        "open": one.state == OPEN,
        "late": days_late(late, speech) if late else "",
        "evidence": one.evidence,
        "ended": speech.say(STATES[one.state]) if one.state != OPEN else "",
        "closed": speech.day(one.closed_on, year=True) if one.closed_on else "",
    }


def came_from(one: Commitment, speech: Speech) -> str:
    """The body at whose table it was made, or the plan."""
    if one.body:
        return one.body.words.text(speech.language)
    year = one.origin.get("plan", "")
    return speech.say(_("The plan of {year}"), year=year) if year else ""


def standing(one: Commitment, speech: Speech) -> dict[str, str]:
    """How it stands: late, with so many days; or closed; or open, with what was reported last."""
    late = one.days_overdue(today())
    if late:
        return {"state": "overdue", "sign": sign("overdue"), "said": days_late(late, speech)}
    if one.state != OPEN:
        day = speech.day(one.closed_on, year=True) if one.closed_on else ""
        words = _("Done {day}") if one.state == "done" else _("Dropped {day}")
        mark = SIGNS[one.state]
        return {"state": mark, "sign": sign(mark), "said": speech.say(words, day=day)}
    last = one.reports.order_by("-at").first()
    if last is None:
        return {"state": "not-begun", "sign": sign("not-begun"), "said": speech.say(_("No report yet"))}
    mark = SIGNS[last.state]
    return {"state": mark, "sign": sign(mark), "said": speech.say(REPORTED[last.state])}
