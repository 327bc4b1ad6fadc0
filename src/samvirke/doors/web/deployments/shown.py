"""What the pages of deployments say of one: its kind, where it stands, when and where it is, and who goes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from samvirke.desks.deployments.engine.kind import DAYS, GROUPS, SCHOOL, SCHOOLS, TIMES, Kind
from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import CANCELLED, DECLINED, DONE, PLANNED, REQUESTED
from samvirke.desks.deployments.register import all_kinds, kind_called
from samvirke.doors.web.shell.sure import SURE
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech, clock_span, weekday
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.registers.places.geometry import corners, shape_said

STATES = {
    REQUESTED: _("requested"),
    PLANNED: _("planned"),
    DONE: _("carried out"),
    CANCELLED: _("cancelled"),
    DECLINED: _("declined"),
}
STEPS = {
    "requested": _("Requested"),
    "changed": _("Request changed"),
    "planned": _("Planned"),
    "moved": _("Planned otherwise"),
    "done": _("Carried out"),
    "corrected": _("What was found was corrected"),
    "cancelled": _("Cancelled"),
    "declined": _("Declined"),
}
_COUNTED = {
    TIMES: _("Times carried out"),
    DAYS: _("Days"),
    SCHOOLS: _("Schools reached"),
    GROUPS: _("Groups reached"),
}
_NEAR_DAYS = 3


def titles(speech: Speech) -> list[tuple[Kind, str]]:
    """Every kind with its title, by title."""
    return sorted(((kind, speech.say(kind.title)) for kind in all_kinds().values()), key=lambda pair: pair[1])


def counted_said(kind: Kind, name: str, speech: Speech) -> str:
    """What is counted, in words."""
    finding = kind.finding(name)
    return speech.say(finding.title if finding else _COUNTED[name])


def place_said(shape: str, speech: Speech) -> str:
    """A kind of place, in words."""
    return speech.say(_("school")) if shape == SCHOOL else shape_said(shape).text(speech.language)


def standing(one: Deployment, speech: Speech) -> dict[str, str]:
    """State, sign and words: what waits for somebody before what is calm."""
    state, words = _standing(one, speech)
    return {"state": state, "sign": sign(state), "said": words}


def _standing(one: Deployment, speech: Speech) -> tuple[str, str]:
    if one.state == REQUESTED:
        return _waiting(one, speech)
    if one.state == PLANNED and one.day is not None:
        if one.day < today():
            return "waiting", speech.say(_("write what was found"))
        return "on-course", speech.say(STATES[PLANNED])
    if one.state == DONE:
        return "met", speech.say(STATES[DONE])
    return "not-begun", speech.say(STATES[one.state])


def _waiting(one: Deployment, speech: Speech) -> tuple[str, str]:
    """A request, with the day by which it is to be answered where a source states one."""
    days = kind_called(one.kind).answer_days
    if days is None:
        asked = speech.day(one.requested_on, year=True)
        return "waiting", speech.say(_("requested on {day}"), day=asked)
    until = one.requested_on + timedelta(days=days)
    late = (today() - until).days
    if late > 0:
        return "overdue", Said(_("answer {count} day late"), {"count": late}, _("answer {count} days late")).text(
            speech.language
        )
    near = "at-risk" if -late <= _NEAR_DAYS else "waiting"
    return near, speech.say(_("answer by {day}"), day=speech.day(until))


def when_said(one: Deployment, speech: Speech) -> str:
    """“Thursday 15 August 2024, 10.00–13.00”, the wish, or nothing."""
    if one.starts is not None:
        return f"{speech.full_day(one.starts.date())}, {hours_said(one, speech)}"
    if one.wanted_from and one.wanted_until:
        words = _("wanted from {first} to {last}")
        told = {"first": speech.day(one.wanted_from), "last": speech.day(one.wanted_until, year=True)}
        return speech.say(words, **told)
    wanted = one.wanted_from or one.wanted_until
    words = _("wanted from {day}") if one.wanted_from else _("wanted by {day}")
    return speech.say(words, day=speech.day(wanted, year=True)) if wanted else ""


def hours_said(one: Deployment, speech: Speech) -> str:
    """“10.00–13.00”, with the weekday of its end where that is another day."""
    if one.starts is None or one.ends is None:
        return ""
    span = clock_span(one.starts, one.ends, speech.language)
    other = one.ends.date() != one.starts.date()
    return f"{span} ({weekday(one.ends.date(), speech.language)})" if other else span


def where_said(one: Deployment, speech: Speech) -> str:
    """The school with its municipality, the whole municipality, or the one in which the drawing lies."""
    if one.school is not None:
        return f"{one.school.name}, {one.municipality.name}"
    if one.geometry:
        return one.municipality.name
    return f"{one.municipality.name}, {place_said(one.shape, speech)}"


def who_said(one: Deployment, speech: Speech) -> str:
    """“Van 2, 2 people, psychiatric nurse”, or nothing."""
    if one.unit is None:
        return ""
    people = Said(_("{count} person"), {"count": one.people}, _("{count} people")).text(speech.language)
    return ", ".join([one.unit.name, people, *companions_said(one, speech)])


def companions_said(one: Deployment, speech: Speech) -> list[str]:
    """Those of other agencies who take part, by what they are."""
    return [speech.say(each.title) for each in kind_called(one.kind).companions if each.name in one.companions]


def title_of(one: Deployment, speech: Speech) -> str:
    """The kind, or the sort of it where it is one of several things."""
    kind = kind_called(one.kind)
    sort = kind.sort(one.sort)
    return speech.say(sort.title if sort else kind.title)


def line(one: Deployment, speech: Speech) -> dict[str, Any]:
    """A deployment as a row of a list."""
    return {
        "id": one.pk,
        "name": one.name,
        "kind": title_of(one, speech),
        "municipality": one.municipality.name,
        "standing": standing(one, speech),
        "when": when_said(one, speech),
        "hours": hours_said(one, speech),
        "where": where_said(one, speech),
        "who": who_said(one, speech),
        "point": corners(one.geometry) if one.shape == "point" else "",
        "reason": one.reason,
        "about": one.about,
        "closed": not one.is_open,
        "invented": one.invented,
    }


def week_said(monday: date, speech: Speech) -> str:
    """“week 33”, as calendars of the country count them."""
    return speech.say(_("week {number}"), number=monday.isocalendar().week)


def kind_shown(kind: Kind, speech: Speech, district_id: str) -> dict[str, Any]:
    """A kind as its pages describe it."""
    return {
        "name": kind.name,
        "title": speech.say(kind.title),
        "about": speech.say(kind.about),
        "source": speech.say(kind.source),
        "sure": speech.say(SURE[kind.confidence]),
        "places": [place_said(one, speech) for one in kind.places],
        "findings": [speech.say(one.title) for one in kind.findings],
        "promises": [speech.say(one.source) for one in kind.promised(district_id)],
        "groups": [(name, speech.say(title)) for name, title in kind.groups],
        "sorts": [(one.name, speech.say(one.title)) for one in kind.sorts],
        "never": [speech.say(one) for one in kind.never],
        "closed": kind.closed_until_done,
        "needs_reason": kind.needs_reason,
        "answer_days": kind.answer_days,
        "hold_days": kind.hold_days,
    }
