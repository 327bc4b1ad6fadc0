"""What the pages of places say of one: its kind, its state, its period, what is due."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from samvirke.desks.designations.engine.kind import GREEN, RED, YELLOW, Kind
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import ENDED, IN_FORCE, PROPOSED, WITHDRAWN
from samvirke.desks.designations.models.review import CANNOT_TELL, CHANGES, END, GOES_ON, RENEW
from samvirke.desks.designations.register import all_kinds, kind_called
from samvirke.doors.web.shell.sure import SURE
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.registers.places.geometry import in_metres, shape_said

STATES = {PROPOSED: _("proposed"), IN_FORCE: _("in force"), ENDED: _("ended"), WITHDRAWN: _("withdrawn")}
LEVELS_SAID = {GREEN: _("green"), YELLOW: _("yellow"), RED: _("red")}
CONCLUSIONS_SAID = {
    GOES_ON: _("It goes on as it is"),
    CHANGES: _("It goes on, and something is done otherwise"),
    RENEW: _("It should be renewed when the period ends"),
    END: _("It should end"),
    CANNOT_TELL: _("Nobody can tell yet"),
}
SORTS_SAID = {"count": _("number"), "share": _("share in per cent"), "estimate": _("estimate")}
NOT_ENTERED, NO_SOURCE = _("not entered"), _("No source states it")
_NEAR_DAYS = 30
_SQUARE_KILOMETRE = 1_000_000


def titles(speech: Speech) -> list[tuple[Kind, str]]:
    """Every kind with its title, by title."""
    return sorted(((kind, speech.say(kind.title)) for kind in all_kinds().values()), key=lambda pair: pair[1])


def standing(one: Designation, speech: Speech) -> dict[str, str]:
    """State, sign and words: late before near before calm."""
    state, words = _standing(one, speech)
    return {"state": state, "sign": sign(state), "said": words}


def _standing(one: Designation, speech: Speech) -> tuple[str, str]:
    day = today()
    if one.state == PROPOSED:
        return "waiting", speech.say(_("proposed on {day}"), day=speech.day(one.proposed_on, year=True))
    if one.state != IN_FORCE or one.until is None or one.next_review is None:
        ended = speech.day(one.ended_on, year=True) if one.ended_on else ""
        return "not-begun", f"{speech.say(STATES[one.state])} {ended}".strip()
    if one.is_past(day):
        return "overdue", speech.say(_("ran out on {day}"), day=speech.day(one.until, year=True))
    if one.is_review_late(day):
        return "overdue", speech.say(_("review was due on {day}"), day=speech.day(one.next_review, year=True))
    if (one.next_review - day).days <= _NEAR_DAYS:
        return "at-risk", speech.say(_("review by {day}"), day=speech.day(one.next_review))
    return "met", speech.say(_("in force; review by {day}"), day=speech.day(one.next_review, year=True))


def period_said(since: date | None, until: date | None, speech: Speech) -> str:
    """“1 September 2024 – 31 August 2025”, or nothing."""
    if since is None or until is None:
        return ""
    return f"{speech.day(since, year=True)} – {speech.day(until, year=True)}"


def where_said(one: Designation, speech: Speech) -> str:
    """The shape with its size, as the district's own coordinates measure it."""
    words = shape_said(one.shape).text(speech.language)
    if not one.geometry:
        return words
    metric = in_metres(one.district, one.geometry)
    if one.shape == "polygon":
        if metric.area >= _SQUARE_KILOMETRE / 10:
            size = speech.say(_("{size} km²"), size=speech.number(metric.area / _SQUARE_KILOMETRE, 2))
        else:
            size = speech.say(_("{size} m²"), size=speech.number(round(metric.area, -1)))
        return f"{words}, {size}"
    if one.shape == "line":
        return f"{words}, {speech.say(_('{size} m'), size=speech.number(round(metric.length, -1)))}"
    longitude, latitude = json.loads(one.geometry)["coordinates"][:2]
    return f"{words}, {latitude:.5f} {longitude:.5f}"


def line(one: Designation, speech: Speech) -> dict[str, Any]:
    """A place as a row of a list."""
    kind = kind_called(one.kind)
    return {
        "id": one.pk,
        "name": one.name,
        "kind": speech.say(kind.title),
        "municipality": one.municipality.name,
        "standing": standing(one, speech),
        "period": period_said(one.since, one.until, speech),
        "level": one.level,
        "level_said": speech.say(LEVELS_SAID[one.level]) if one.level else "",
        "closed": not one.is_open,
        "invented": one.invented,
    }


def sure_said(kind: Kind, speech: Speech) -> str:
    """How sure the source of a kind is."""
    return speech.say(SURE[kind.confidence])


def longest_said(months: int | None, speech: Speech, unknown: str = NOT_ENTERED) -> str:
    """“at most 12 months”; that nobody has entered it, or what else is said of an unknown."""
    if months is None:
        return speech.say(unknown)
    words = Said(_("{count} month at most"), {"count": months}, _("{count} months at most"))
    return words.text(speech.language)


def often_said(weeks: int | None, speech: Speech, unknown: str = NOT_ENTERED) -> str:
    """“every 26 weeks”; that nobody has entered it, or what else is said of an unknown."""
    if weeks is None:
        return speech.say(unknown)
    return Said(_("every week"), {"count": weeks}, _("every {count} weeks")).text(speech.language)
