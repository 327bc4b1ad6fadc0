"""Makes the pack of a council for a quarter, from what is stored at this moment."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.home import is_demo
from samvirke.foundation.period import Period
from samvirke.foundation.speech import clock_span
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.interval import axis
from samvirke.insight.briefing.focus.compact import focus_parts
from samvirke.insight.briefing.pack import page_one, page_three, page_two
from samvirke.insight.briefing.pack.content import Map, Pack
from samvirke.insight.briefing.pack.near import near_repeats_of
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.briefing.where import map_of
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.studies.near_repeats import NearRepeats
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

_LABELS = {
    "moved": _("What moved"),
    "late": _("Past the deadline"),
    "decide": _("To be decided"),
    "duties": _("Duties of the year"),
    "axis": _("change in %, 95% interval"),
    "commitment": _("Commitment"),
    "owner": _("Owner"),
    "deadline": _("Deadline"),
    "measured": _("Can it be measured?"),
    "focus": _("The plan's focus areas in {place}"),
    "indicator": _("Indicator"),
    "change": _("Change, 95% interval"),
    "whole": _("The whole district"),
    "rate": _("Rate with 95% interval"),
    "months": _("24 months"),
    "where": _("Where"),
    "not_known": _(
        "What this does not know: reported is not happened, and what the police find themselves grows with how much "
        "they look."
    ),
    "method": _("How it is worked out"),
    "goals": _("Goals and how they are followed"),
    "goal": _("Goal"),
    "focus_area": _("Focus area"),
    "followed": _("Followed by"),
    "now": _("Now"),
    "due": _("Due in the coming months"),
    "focus_parts": _("The focus areas one by one"),
    "agreed": _("Agreed"),
    "places": _("Places"),
    "measures": _("Measures to go through"),
    "unknown": _("Nobody can tell yet"),
    "numbers": _("The numbers behind"),
    "page": _("Page"),
    "of": _("of"),
    "as_of": _("As of {day}"),
    "data": _("Show as a table"),
    "method_on": _("Sources and method on page"),
}


def make_pack(actor: Actor, body: Body, quarter: Period, language: str) -> Pack:
    """The pack as content. Raises `Refused` when the body has no papers, or figures are missing for the quarter."""
    occasion = Occasion(actor, body, quarter, language)
    near, whose = near_repeats_of(occasion), body.words.text(language)
    speech, late, decide = occasion.speech, page_one.late(occasion), page_one.to_decide(occasion)
    duties, goals, due = page_one.duties(occasion), page_three.goals(occasion), page_three.due(occasion)
    lines = page_two.lines(occasion)
    return Pack(
        language=language,
        body=whose,
        place=occasion.place,
        title=speech.say(_("{place} in the {quarter}"), place=occasion.place, quarter=speech.quarter(quarter)),
        file_title=speech.say(_("Meeting pack, {body}, {quarter}"), body=whose, quarter=speech.period(quarter)),
        occasion=_occasion_said(occasion),
        meeting=_meeting_said(occasion),
        demo=_demo_mark(occasion),
        footer=_footer(occasion),
        labels=_labels(occasion),
        top=page_one.top_finding(occasion),
        moved=tuple(page_one.moved(occasion, near)),
        late=tuple(late),
        late_note="" if late else speech.say(_("No commitment is past its deadline.")),
        to_decide=tuple(decide),
        to_decide_note="" if decide else speech.say(_("No item for decision is on the agenda yet.")),
        duties=tuple(duties),
        duties_note="" if duties else speech.say(_("No duties are declared for this body.")),
        table_note=speech.say(
            _("{quarter} against the same quarter of {year}. An interval that holds 0 may be chance."),
            quarter=speech.period(quarter),
            year=quarter.year - 1,
        ),
        has_whole=not occasion.is_district,
        lines=tuple(lines),
        axis=axis(),
        axis_on_paper=axis(size=16),
        remarks=tuple(page_two.remarks(occasion)),
        charts=tuple(page_two.charts(occasion)),
        map=_map(occasion),
        methods=tuple(page_two.methods(occasion)),
        goals=tuple(goals),
        goals_note="" if goals else speech.say(_("No plan is loaded for this district: there are no goals to follow.")),
        due=tuple(due),
        due_note="" if due else speech.say(_("Nothing is due in the coming four months.")),
        tables=tuple(page_three.tables(occasion, near)),
        focus_parts=tuple(focus_parts(occasion)),
        made_from=_made_from(occasion, near),
    )


def _demo_mark(occasion: Occasion) -> str:
    invented = any(one.invented for one in occasion.facts.store.held)
    return occasion.speech.say(_("Demo, invented figures")) if is_demo() and invented else ""


def _made_from(occasion: Occasion, near: NearRepeats | None) -> dict[str, object]:
    versions = [list(one) for one in occasion.facts.store.stamp]
    facts: dict[str, object] = {"store": versions, "quarter": str(occasion.quarter), "as_of": str(today())}
    return facts | ({"near": near.stored()} if near else {})


def _map(occasion: Occasion) -> Map | None:
    followed = _mapped(occasion)
    if followed is None:
        return None
    return map_of(occasion.facts, followed, occasion.quarter, occasion.area, occasion.audience, occasion.speech)


def _mapped(occasion: Occasion) -> Indicator | None:
    """What the map shows: what the first finding is about, or burglary, or the first that has a place."""
    placed = [one for one in occasion.chosen.indicators() if one.categories and one.name in occasion.rows]
    return next((one for one in placed if "burglary-home" in one.categories), placed[0] if placed else None)


def _labels(occasion: Occasion) -> dict[str, str]:
    values = {"place": occasion.place, "day": occasion.speech.day(today())}
    labels = {name: Said(message, values).text(occasion.language) for name, message in _LABELS.items()}
    if occasion.chosen.plan is None:
        labels["focus"] = occasion.speech.say(_("What is counted in {place}"), place=occasion.place)
    year = occasion.quarter.year
    return labels | {"year": str(year), "year_before": str(year - 1)}


def _occasion_said(occasion: Occasion) -> str:
    if occasion.meeting is None or occasion.meeting.starts is None:
        return occasion.speech.say(_("Meeting pack, {quarter}"), quarter=occasion.speech.period(occasion.quarter))
    day = occasion.meeting.starts.date()
    return occasion.speech.say(_("Meeting pack for {day}"), day=occasion.speech.day(day, year=True))


def _meeting_said(occasion: Occasion) -> str:
    meeting, speech = occasion.meeting, occasion.speech
    if meeting is None or meeting.starts is None:
        return speech.say(_("No meeting has been called."))
    parts = [speech.say(_("Meeting {number} in {year}."), number=meeting.number, year=meeting.year)]
    hours = speech.say(_("at {time}"), time=clock_span(meeting.starts, meeting.ends, speech.language))
    place = f", {meeting.place}" if meeting.place else ""
    parts.append(f"{speech.full_day(meeting.starts.date())} {hours}{place}.")
    return " ".join(parts)


def _footer(occasion: Occasion) -> str:
    store, speech = occasion.facts.store, occasion.speech
    values = {"last": speech.day(store.last_day, year=True), "locked": speech.day(store.frozen_on)}
    return speech.say(_("Open part. Figures up to {last}, locked {locked}."), **values)
