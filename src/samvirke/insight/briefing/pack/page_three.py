"""The pages for those who prepare the meeting: goals and how they are followed, what is due, and the tables behind."""

from __future__ import annotations

from samvirke.foundation.home import is_casework_on
from samvirke.foundation.words import _, said
from samvirke.insight.briefing.change_said import HIDDEN, UNKNOWN
from samvirke.insight.briefing.names import owners_said
from samvirke.insight.briefing.pack.content import Due, GoalLine, Table
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.briefing.rows import Row, row
from samvirke.insight.indicators.every import every_indicator
from samvirke.insight.studies.near_repeats import NearRepeats
from samvirke.registers.commitments.queries.commitments import commitments_of, due_within

_DAYS_AHEAD = 120


def goals(occasion: Occasion) -> list[GoalLine]:
    """The goals of the plan's focus areas: what follows each, or why nothing can."""
    plan, speech = occasion.chosen.plan, occasion.speech
    if plan is None:
        return []
    found = []
    for goal in plan.goals.filter(section__focus_area__isnull=False).select_related("section__focus_area"):
        shown = occasion.rows.get(goal.indicator)
        declared = every_indicator().get(goal.indicator)
        followed = speech.words(said(declared.title)) if declared else speech.say(_("Nothing follows it"))
        if not goal.measurable:
            why = speech.words(goal.why_not)
            intention = speech.say(_("An intention, not measurable as written: {why}"), why=why)
            followed = f"{followed}. {intention}"
        now = f"{shown.now}. {speech.capital(shown.change.headline)}".rstrip(". ") if shown else "–"
        focus = goal.section.focus_area.words.text(occasion.language)
        found.append(GoalLine(focus, goal.words.text(occasion.language), followed, now))
    return found


def due(occasion: Occasion) -> list[Due]:
    """The commitments due in the coming months."""
    speech = occasion.speech
    rows = due_within(commitments_of(occasion.actor, occasion.body), _DAYS_AHEAD)
    return [
        Due(
            title=one.words.text(occasion.language),
            owner=owners_said(one.owners, speech),
            due=speech.day(one.due, year=True),
            measured=speech.say(_("yes")) if one.measurable else speech.words(one.why_not),
        )
        for one in rows
        if one.due
    ]


def tables(occasion: Occasion, near: NearRepeats | None) -> list[Table]:
    """The near-repeat numbers, rates, and for a district council each municipality."""
    found = [_near(occasion, near)] if near else []
    found += [_rates(occasion)] if occasion.counted_rows else []
    found += [_municipalities(occasion)] if occasion.has_parts else []
    return [*found, *_cases(occasion)]


def _cases(occasion: Occasion) -> list[Table]:
    if not is_casework_on():
        return []
    # Only then is the wing installed.
    from samvirke.insight.briefing.pack.cases import cases

    return cases(occasion)


def _near(occasion: Occasion, near: NearRepeats) -> Table:
    speech = occasion.speech
    head = (_("Within"), _("Pairs observed"), _("Expected by chance"), _("Ratio"), _("p"))
    within = speech.say(_("200 m and 14 days"))
    observed = speech.number(near.observed) if near.observed == 0 or near.observed >= 5 else "1–4"
    shown = observed != "1–4"
    cells = (
        within,
        observed,
        speech.number(near.expected, 1),
        speech.number(near.ratio, 1) if shown else "–",
        speech.number(near.p, 3) if shown else "–",
    )
    note = speech.say(
        _(
            "Knox test over twelve months, n {n}, expected pairs exact, {shuffles} shuffles of the days, seed {seed}. "
            "One municipality's busy month can also give near repeats."
        ),
        n=speech.number(near.n),
        shuffles=speech.number(near.shuffles),
        seed=near.seed,
    )
    return Table(
        speech.say(_("Burglaries close to one another")), note, tuple(speech.say(one) for one in head), (cells,)
    )


def _rates(occasion: Occasion) -> Table:
    speech = occasion.speech
    rows = tuple((one.title, one.now, one.rate or "–", speech.words(said(one.source))) for one in occasion.counted_rows)
    head = (_("Indicator"), _("Number"), _("Rate with 95% interval"), _("Source"))
    note = speech.say(
        _("{quarter}, by the newest known numbers of homes and inhabitants."), quarter=speech.period(occasion.quarter)
    )
    return Table(speech.say(_("Rates and sources")), note, tuple(speech.say(one) for one in head), rows)


def _municipalities(occasion: Occasion) -> Table:
    speech, facts = occasion.speech, occasion.facts
    counted = [occasion.figures[one.name] for one in occasion.counted_rows]
    head = (speech.say(_("Municipality")), *(speech.words(said(one.indicator.subject)) for one in counted))
    rows = tuple(
        (place.name, *(_cell(row(facts, figures, code, speech)) for figures in counted))
        for code, place in facts.municipalities.items()
    )
    note = speech.say(
        _("Numbers in {quarter}, with what may be said of the change from the year before. No ranking."),
        quarter=speech.period(occasion.quarter),
    )
    return Table(speech.say(_("The municipalities")), note, head, rows)


def _cell(shown: Row) -> str:
    if shown.change.state == UNKNOWN:
        return shown.now if shown.value is not None else "–"
    return f"{shown.now} · {shown.change.headline}" if shown.change.state != HIDDEN else shown.now
