"""What an overview shows of a council: focus areas row by row, what needs somebody, and the duties of the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.queries.meetings import coming, meetings
from samvirke.foundation.clock import today
from samvirke.foundation.period import period_of
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import arrow, boxes, sign
from samvirke.insight.briefing.drawn import row_interval, row_sparkline, why_not_drawn
from samvirke.insight.briefing.duty_figures import duty_conditions
from samvirke.insight.briefing.pack.content import PACK
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.briefing.pack.page_one import standing_said
from samvirke.insight.briefing.rows import Row
from samvirke.registers.commitments.queries.duty_standings import AT_RISK, MISSED, Standing, duty_standings
from samvirke.registers.documents.queries.documents import documents
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.trust.access.actor import Actor

_WITHIN_DAYS = 30
_WORST_FIRST = ("missed", "at-risk", "not-begun", "on-course", "met")


@dataclass(frozen=True)
class ShownRow:
    """One indicator as a row of the overview."""

    row: Row
    focus: str
    drawing: str
    why_not: str
    interval: str
    arrow: str
    is_first: bool


@dataclass(frozen=True)
class FocusWithout:
    """A focus area that nothing can follow, and why."""

    focus: str
    why: str


@dataclass(frozen=True)
class DutyLine:
    """A duty over all bodies that owe it."""

    title: str
    boxes: str
    count: str
    state: str
    sign: str
    said: str


def shown_rows(occasion: Occasion) -> list[ShownRow]:
    """Every followed indicator with figures, under its focus area."""
    found = []
    for followed in occasion.chosen.followed:
        rows = [occasion.rows[one.name] for one in followed.indicators if one.name in occasion.rows]
        for number, row in enumerate(rows):
            found.append(
                ShownRow(
                    row=row,
                    focus=followed.words.text(occasion.language) if followed.focus else row.title,
                    drawing=row_sparkline(row, occasion.speech),
                    why_not=why_not_drawn(row, occasion.speech),
                    interval=row_interval(row) if row.indicator.kind == "count" else "",
                    arrow=arrow(row.change.state) if row.change.is_certain else "",
                    is_first=number == 0,
                )
            )
    return found


def focus_without_rows(occasion: Occasion) -> list[FocusWithout]:
    """Focus areas without an indicator, or without figures for it."""
    found = []
    for followed in occasion.chosen.followed:
        if followed.focus is None or any(one.name in occasion.rows for one in followed.indicators):
            continue
        why = occasion.speech.words(followed.focus.without_indicator) if not followed.indicators else ""
        found.append(
            FocusWithout(followed.words.text(occasion.language), why or occasion.speech.say(_("No figures yet.")))
        )
    return found


def standings_of(actor: Actor, district_id: str) -> list[Standing]:
    """Every duty of every body of a district, this year."""
    here = list(bodies(actor).filter(district_id=district_id).select_related("district").prefetch_related("covers"))
    return duty_standings(actor, here, today().year, duty_conditions(actor, here))


def at_risk(standings: Iterable[Standing]) -> list[Standing]:
    """The duties in danger, those that must be acted on first at the top."""
    found = [one for one in standings if one.state in (AT_RISK, MISSED)]
    return sorted(found, key=lambda one: (one.act_by or today(), one.body.pk))


def duty_lines(standings: Iterable[Standing], speech: Speech) -> list[DutyLine]:
    """One line a duty, in the order in which the bodies have them."""
    grouped: dict[str, list[Standing]] = defaultdict(list)
    for one in standings:
        grouped[one.duty.name].append(one)
    return [_duty_line(group, speech) for group in grouped.values()]


def packless_meetings(actor: Actor, district_id: str) -> list[Meeting]:
    """Meetings in the coming weeks that have no pack yet."""
    made = {(one.body_id, one.period) for one in documents(actor, PACK)}
    quarter = str(period_of(today(), "quarter").shifted(-1))
    soon = today() + timedelta(days=_WITHIN_DAYS)
    rows = coming(meetings(actor, district_id, today().year)).filter(starts_at__isnull=False)
    near = [one for one in rows if one.starts and one.starts.date() <= soon]
    return [one for one in near if (one.body_id, quarter) not in made]


def council_of(actor: Actor, district_id: str) -> Body | None:
    """The district council."""
    return bodies(actor).filter(district_id=district_id, kind="district-council").first()


def _duty_line(group: list[Standing], speech: Speech) -> DutyLine:
    done, planned = sum(one.done for one in group), sum(one.planned for one in group)
    required = sum(one.required for one in group)
    state = min((one.state for one in group), key=_WORST_FIRST.index)
    return DutyLine(
        title=speech.say(group[0].duty.title),
        boxes=boxes(done, planned, required),
        count=speech.say(_("{done} of {required}"), done=done, required=required),
        state=state,
        sign=sign(state),
        said=standing_said(group[0], speech) if len(group) == 1 else _group_said(group, state, speech),
    )


def _group_said(group: list[Standing], state: str, speech: Speech) -> str:
    places = [_place(one.body) for one in group if one.state == state]
    if state in (AT_RISK, MISSED):
        return speech.say(_("At risk in {places}"), places=speech.listed(places[:3]))
    words = {"met": _("Fulfilled"), "on-course": _("On course"), "not-begun": _("Not begun")}
    return speech.say(words[state])


def _place(body: Body) -> str:
    covered = list(body.covers.select_related("municipality")[:1])
    return covered[0].municipality.name if covered else body.words.text()
