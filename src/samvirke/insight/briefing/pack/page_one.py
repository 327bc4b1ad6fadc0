"""Page one, for a mayor with two minutes: what moved, what is late, what must be decided, the year's duties."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _, said
from samvirke.insight.briefing.announced import announced
from samvirke.insight.briefing.change_said import FEW, HIDDEN, SAME, between
from samvirke.insight.briefing.drawings.marks import arrow, boxes, sign
from samvirke.insight.briefing.drawn import row_interval
from samvirke.insight.briefing.duty_figures import duty_conditions
from samvirke.insight.briefing.names import owners_said
from samvirke.insight.briefing.pack.content import DutyBox, Finding, Late, ToDecide
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.briefing.rows import Row
from samvirke.insight.studies.near_repeats import NearRepeats
from samvirke.registers.commitments.queries.commitments import commitments_of, overdue
from samvirke.registers.commitments.queries.duty_standings import AT_RISK, MET, ON_COURSE, Standing, duty_standings
from samvirke.registers.commitments.register import SCHOOL

_NAMED = 2
_FEW = (FEW, HIDDEN)


def top_finding(occasion: Occasion) -> Finding:
    """The one large finding, or that nothing is certain."""
    speech, certain = occasion.speech, announced(occasion.counted_rows)
    if not certain:
        tested = [row for row in occasion.counted_rows if row.change.p is not None]
        if not tested and any(row.change.state in _FEW for row in occasion.counted_rows):
            return Finding(speech.say(_("Too few to say")), _too_few(occasion))
        if not tested:
            first = speech.day(occasion.facts.store.first_day, year=True)
            detail = speech.say(
                _("The figures begin on {first}, so there is no same quarter of the year before."), first=first
            )
            return Finding(speech.say(_("Nothing to compare with yet")), detail)
        detail = speech.say(
            _("{count} numbers were compared with the same quarter the year before."), count=len(tested)
        )
        return Finding(speech.say(_("Nothing has changed for certain")), detail)
    return finding_of(occasion, certain[0], large=True)


def moved(occasion: Occasion, near: NearRepeats | None) -> list[Finding]:
    """What else moved, what did not, and what is too few to say."""
    further = [finding_of(occasion, row) for row in announced(occasion.counted_rows)[1:]]
    found = [near_finding(occasion, near)] if near and near.stands_out else []
    return [*further, *found, *_unmoved(occasion)]


def finding_of(occasion: Occasion, row: Row, large: bool = False) -> Finding:
    """A change in words: how much, between what, how many against how many, and from which source."""
    speech = occasion.speech
    words = _("{subject} have {change}") if row.indicator.several else _("{subject} has {change}")
    headline = speech.say(words, subject=row.subject, change=row.change.headline)
    counts = {"now": row.now, "before": row.past, "year": row.before.year}
    detail = [
        speech.capital(f"{row.change.detail}."),
        speech.say(_("{now} reported against {before} in the same quarter of {year}."), **counts),
    ]
    if not occasion.is_district:
        detail.append(_whole(occasion, row))
    said_of_it, drawing = " ".join(part for part in detail if part), row_interval(row, 240, 44) if large else ""
    return Finding(headline, said_of_it, speech.words(said(row.source)), arrow(row.change.state), drawing)


def near_finding(occasion: Occasion, near: NearRepeats) -> Finding:
    """Burglaries close to one another in words: how many pairs, how many by chance, p and n."""
    speech = occasion.speech
    place = near.town or occasion.place
    values = {
        "observed": near.observed,
        "expected": speech.number(near.expected, 1),
        "p": speech.number(near.p, 3 if near.p < 0.01 else 2),
        "n": speech.number(near.n),
    }
    return Finding(
        speech.say(_("Burglaries close to one another around {place}"), place=place),
        speech.say(
            _(
                "{observed} pairs within 200 m and 14 days in twelve months; "
                "{expected} were to be expected by chance (p = {p}, n {n})."
            ),
            **values,
        ),
        speech.say(_("Neighbours of a burglary are most exposed in the first two weeks.")),
    )


def late(occasion: Occasion) -> list[Late]:
    """The commitments past their date, the longest first, as they stand today."""
    speech = occasion.speech
    rows = overdue(commitments_of(occasion.actor, occasion.body))
    return [
        Late(
            title=row.words.text(occasion.language),
            owner=owners_said(row.owners, speech),
            due=speech.day(row.due),
            sign=sign("overdue"),
            days=days_over(row.days_overdue(today()), speech),
        )
        for row in rows
        if row.due
    ]


def to_decide(occasion: Occasion) -> list[ToDecide]:
    """The open items of the next meeting that ask for a decision."""
    if occasion.meeting is None:
        return []
    speech = occasion.speech
    items = [item for item in occasion.meeting.items.all() if item.kind == "decision" and item.is_open]
    return [
        ToDecide(
            number=speech.say(_("Item {number}"), number=item.number),
            title=speech.words(item.title),
            recommendation=speech.words(item.recommendation) if item.recommendation else "",
            minutes=speech.say(_("{count} min"), count=item.minutes) if item.minutes else "",
        )
        for item in items
    ]


def duties(occasion: Occasion) -> list[DutyBox]:
    """The duties of the year, each with how far it has come."""
    conditions = duty_conditions(occasion.actor, [occasion.body])
    owed = duty_standings(occasion.actor, [occasion.body], today().year, conditions)
    return [duty_box(one, occasion.speech) for one in owed]


def duty_box(standing: Standing, speech: Speech) -> DutyBox:
    """One duty: boxes, count in words, and the next fact."""
    return DutyBox(
        title=speech.say(standing.duty.title),
        count=speech.say(_("{done} of {required}"), done=standing.done, required=standing.required),
        boxes=boxes(standing.done, standing.planned, standing.required),
        state=standing.state,
        sign=sign(standing.state),
        said=standing_said(standing, speech),
    )


def standing_said(standing: Standing, speech: Speech) -> str:
    """The next fact of a duty, a date where one is known; that no number or school is entered, where that is so."""
    if standing.is_unset:
        return speech.say(
            _("No schools are entered")
            if standing.duty.per == SCHOOL and not standing.places
            else _("No number is entered")
        )
    if standing.state == MET:
        return (
            speech.say(_("Fulfilled {day}"), day=speech.day(standing.latest))
            if standing.latest
            else speech.say(_("Fulfilled"))
        )
    if standing.state == ON_COURSE:
        if standing.required > 1 or not standing.next:
            return speech.say(_("On course"))
        return speech.say(_("Set for {day}"), day=speech.day(standing.next))
    if standing.state == AT_RISK and standing.act_by and standing.hold_by:
        if standing.required > 1:
            return speech.say(_("Call the meeting by {day}"), day=speech.day(standing.act_by))
        return speech.say(_("To be done by {day}"), day=speech.day(standing.hold_by))
    if standing.duty.optional:
        return speech.say(_("May be done, not must"))
    return speech.say(_("Not begun")) if standing.state == "not-begun" else speech.say(_("Not done in the year"))


def days_late(days: int, speech: Speech) -> str:
    """“53 dage over fristen”."""
    return Said(_("{count} day past the deadline"), {"count": days}, _("{count} days past the deadline")).text(
        speech.language
    )


def days_over(days: int, speech: Speech) -> str:
    """“53 dage over”, in a column that says what it is about."""
    return Said(_("{count} day over"), {"count": days}, _("{count} days over")).text(speech.language)


def _whole(occasion: Occasion, row: Row) -> str:
    speech, whole = occasion.speech, occasion.whole[row.name].change
    if whole.low is None or whole.high is None:
        return ""
    said_between = between(whole.low, whole.high, speech)
    if whole.state == SAME:
        return speech.say(_("The whole district: no certain change ({between})."), between=said_between)
    return speech.say(_("The whole district has {change} ({between})."), change=whole.headline, between=said_between)


def _unmoved(occasion: Occasion) -> list[Finding]:
    speech = occasion.speech
    same = [row for row in occasion.counted_rows if row.change.state == SAME]
    weak = [
        row for row in occasion.counted_rows if row.change.is_certain and row not in announced(occasion.counted_rows)
    ]
    aside = _too_few(occasion)
    found = []
    if weak:
        detail = " ".join(f"{row.subject}: {row.change.headline} ({row.change.detail})." for row in weak)
        found.append(Finding(speech.say(_("May be chance, as several numbers were tried")), detail))
    if same:
        subjects = speech.listed([_low(row.subject) for row in same[:_NAMED]])
        detail = " ".join(f"{row.subject} {row.change.detail}." for row in same)
        words = (
            _("No certain change in {subjects}")
            if len(same) <= _NAMED
            else _("No certain change in {subjects} and others")
        )
        subjects = subjects if len(same) <= _NAMED else ", ".join(_low(row.subject) for row in same[:_NAMED])
        found.append(Finding(speech.say(words, subjects=subjects), detail, aside))
    elif aside and any(row.change.p is not None for row in occasion.counted_rows):
        found.append(Finding(speech.say(_("Too few to say")), aside))
    return found


def _too_few(occasion: Occasion) -> str:
    """What nothing can be said of, in a sentence; empty when there is none."""
    speech = occasion.speech
    few = [_low(row.subject) for row in occasion.counted_rows if row.change.state in _FEW]
    return speech.say(_("Too few to say anything: {rows}."), rows=speech.listed(few)) if few else ""


def _low(words: str) -> str:
    return words[:1].lower() + words[1:]
