"""The parts of a yearly account: meetings, decisions, goals, what was done, late and dropped, and cases in counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samvirke.desks.meetings.models import Decision
from samvirke.foundation.home import is_casework_on
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.account.content import Part
from samvirke.insight.briefing.account.next_year import plan_draft
from samvirke.insight.briefing.account.year import Year
from samvirke.insight.briefing.pack.page_one import days_over
from samvirke.insight.briefing.pack.page_three import goals as goal_lines
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import DONE, DROPPED, OPEN
from samvirke.registers.commitments.register import MEETING

_REPORTED = {
    "on-course": _("On course: {said}"),
    "at-risk": _("At risk: {said}"),
    "done": _("Done: {said}"),
    "dropped": _("Dropped: {said}"),
}
_SUGGESTED = {
    "carry-over": _("Carry it over: it is not done."),
    "renew": _("Done. Is it to be promised again?"),
    "leave-out": _("Leave it out."),
}


def parts(year: Year) -> list[Part]:
    """All of them, in the order of the account."""
    return [_meetings(year), _decisions(year), *_goals(year), *_promised(year), *_cases(year), _next_year(year)]


def _meetings(year: Year) -> Part:
    speech = year.speech
    cancelled = {one.body_id for one in year.meetings if one.state == "cancelled"}
    rows = [
        (
            one.body.words.text(year.language),
            speech.say(_("{done} of {required}"), done=one.done, required=one.required),
            str(one.planned) if one.planned else "–",
            speech.say(_("yes")) if one.body.pk in cancelled else "–",
        )
        for one in year.standings
        if one.duty.where == MEETING
    ]
    head = (_("Body"), _("Held of those owed"), _("Still planned"), _("Some cancelled"))
    return _part(year, _("Meetings"), head, rows, _("No body has a duty to meet."), widths=(2, 1, 1, 1))


def _decisions(year: Year) -> Part:
    rows = [
        (one.words.text(year.language), year.owners(one), _table_of(year, one), _became(year, one))
        for one in year.decisions
    ]
    none_born = year.speech.say(_("No commitment came of it."))
    rows += [(one.text, "–", _numbered(year, one), none_born) for one in year.without_commitment]
    head = (_("Decision"), _("Owner"), _("From"), _("What became of it"))
    title, none = _("Decisions and what became of them"), _("Nothing was decided.")
    return _part(year, title, head, rows, none, widths=(1, 0.9, 0.9, 1.6))


def _goals(year: Year) -> list[Part]:
    speech, occasion = year.speech, year.occasion
    if occasion is None:
        title, none = speech.say(_("Goals and how they are followed")), _("There are no figures of the year.")
        return [Part(title, speech.say(none))]
    rows = [(one.focus, one.goal, one.followed_by, one.now) for one in goal_lines(occasion)]
    head = (_("Focus area"), _("Goal"), _("Followed by"), _("Now"))
    note = speech.say(
        _("{quarter}, the last with figures in the year, against the same quarter of {before}."),
        quarter=speech.period(occasion.quarter),
        before=occasion.quarter.year - 1,
    )
    none = _("No plan is loaded for this district: there are no goals to follow.")
    return [_part(year, _("Goals and how they are followed"), head, rows, none, note)]


def _promised(year: Year) -> list[Part]:
    speech = year.speech
    done = [(*_what(year, one), _day(year, one), one.evidence) for one in _by_day(year.ended(DONE))]
    late = [
        (*_what(year, one), speech.day(one.due, year=True), days_over((year.as_of - one.due).days, speech))
        for one in year.late
        if one.due
    ]
    dropped = [(*_what(year, one), _day(year, one), one.evidence) for one in _by_day(year.ended(DROPPED))]
    words = (_("Commitment"), _("Owner"))
    ahead = Said(_("{count} more is under way."), {"count": len(year.ahead)}, _("{count} more are under way."))
    note = ahead.text(year.language)
    return [
        _part(year, _("What was done"), (*words, _("Done on"), _("What shows it")), done, _("Nothing was done.")),
        _part(year, _("What is late"), (*words, _("Deadline"), _("Late by")), late, _("Nothing is late."), note),
        _part(year, _("What was dropped"), (*words, _("Dropped on"), _("Why")), dropped, _("Nothing was dropped.")),
    ]


def _cases(year: Year) -> list[Part]:
    if year.occasion is None or not is_casework_on():
        return []
    # Only then is the wing installed.
    from samvirke.insight.briefing.pack.cases import cases

    return [Part(one.title, one.note, one.head, one.rows, (1.6, 0.8, 0.5, 0.7, 1.6)) for one in cases(year.occasion)]


def _next_year(year: Year) -> Part:
    draft, say = plan_draft(year), year.speech.say
    rows = [
        (one.title.text(year.language), say(_SUGGESTED[one.suggestion]))
        for one in draft.measures()
        if one.became == "late" or one.suggestion == "renew"
    ]
    rows += [
        (say(_("Duty: {duty}"), duty=Said(one.title)), say(_("At risk or not met. Plan when it is to be.")))
        for one in draft.duties_not_met
    ]
    more = sum(one.became == "open" for one in draft.measures())
    note = Said(_("{count} more is under way."), {"count": more}, _("{count} more are under way.")).text(year.language)
    title = Said(_("For the plan of {year}"), {"year": draft.year}).text(year.language)
    head = (say(_("From this year")), say(_("Suggestion")))
    return Part(title, note, head, tuple(rows), (1.4, 1)) if rows else Part(title, note)


def _part(
    year: Year,
    title: str,
    head: Iterable[str],
    rows: Sequence[tuple[str, ...]],
    none: str,
    note: str = "",
    widths: tuple[float, ...] = (),
) -> Part:
    say = year.speech.say
    if not rows:
        return Part(say(title), f"{say(none)} {note}".strip())
    return Part(say(title), note, tuple(say(one) for one in head), tuple(rows), widths)


def _what(year: Year, one: Commitment) -> tuple[str, str]:
    return one.words.text(year.language), year.owners(one)


def _day(year: Year, one: Commitment) -> str:
    return year.speech.day(one.closed_on, year=True) if one.closed_on else ""


def _by_day(rows: list[Commitment]) -> list[Commitment]:
    return sorted(rows, key=lambda one: (one.closed_on is None, one.closed_on, one.slug))


def _table_of(year: Year, one: Commitment) -> str:
    if one.body:
        return one.body.words.text(year.language)
    plan = one.origin.get("plan", "")
    return year.speech.say(_("The plan of {year}"), year=plan) if plan else "–"


def _numbered(year: Year, one: Decision) -> str:
    return f"{one.body.words.text(year.language)}, {one.label}"


def _became(year: Year, one: Commitment) -> str:
    """Its last report in the year, or that there is none and how late it is."""
    speech, last = year.speech, year.last_reports.get(one.pk)
    late = (year.as_of - one.due).days if one.due and one in year.late else 0
    if one.state != OPEN and one not in year.late and one not in year.ahead:
        return speech.say(_REPORTED[one.state], said=one.evidence)
    said = speech.say(_REPORTED[last.state], said=last.said) if last else speech.say(_("No report."))
    overdue = Said(_("{count} day past the deadline"), {"count": late}, _("{count} days past the deadline"))
    return f"{said} ({overdue.text(year.language)})" if late else said
