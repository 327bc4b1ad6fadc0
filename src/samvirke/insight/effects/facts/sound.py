"""Whether a design can tell anything: what is refused before it is fixed, each with what to do instead."""

from __future__ import annotations

from samvirke.analysis.effect.parameters import SELECTIONS
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.engine.sorts import (
    BEFORE_AFTER,
    HARM,
    HEADLINES,
    NONE,
    OUTCOMES,
    SORTS,
    STAGGERED,
    SURVEY,
)
from samvirke.insight.effects.every import all_breaks, kind_called
from samvirke.insight.effects.facts.shapes import refuse_unless_a_ring, refuse_unless_an_area
from samvirke.insight.effects.facts.treated_too import refuse_if_treated_too
from samvirke.insight.effects.facts.wanted import Wanted
from samvirke.insight.effects.facts.waves import refuse_unless_asked
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_LARGEST_COST = 2_000_000_000


def refuse_unless_sound(actor: Actor, district: District, wanted: Wanted) -> None:
    """Raises `Refused`, naming what is wrong and what to do."""
    kind_called(wanted.kind)
    known = wanted.sort in SORTS and wanted.outcome in OUTCOMES and wanted.read in HEADLINES
    if not known or wanted.selection not in SELECTIONS:
        raise Refused.because(_("The design does not say how it compares."), _("Choose from the lists."))
    if wanted.cost is not None and not 0 <= wanted.cost <= _LARGEST_COST:
        raise Refused.because(_("The cost is no amount in kroner."), _("Write it in whole kroner, or leave it empty."))
    if wanted.sort == NONE:
        if not wanted.why_none.strip():
            raise Refused.because(
                _("It is not said why it is not measured."), _("Write the reason: the card of its kind shows it.")
            )
        return
    if wanted.periods is None:
        raise Refused.because(_("The periods are missing."), _("Write the first and last day of both."))
    wanted.periods.refuse_unless_apart()
    if wanted.outcome == SURVEY:
        refuse_unless_asked(wanted.survey)
        return
    _refuse_unless_counted(district, wanted)
    _refuse_unless_places(actor, district, wanted)
    _refuse_unless_in_turn(wanted, wanted.periods)
    refuse_if_treated_too(actor, district, wanted)
    store = open_store(actor, district)
    _refuse_before_the_data(store, wanted.periods)
    _refuse_across_a_break(store, wanted, wanted.periods)


def _refuse_unless_counted(district: District, wanted: Wanted) -> None:
    known = categories()
    unknown = [one for one in wanted.categories if one not in known]
    if unknown or not wanted.categories:
        raise Refused.because(
            _("It is not said which reported incidents are counted."), _("Choose at least one category.")
        )
    found = [known[one].words for one in wanted.categories if known[one].found]
    if found:
        what = Said(
            _("“{name}” is what the police find themselves: more of it may only mean more looking."), {"name": found[0]}
        )
        raise Refused.because(what, _("Choose incidents that others report."))
    if wanted.outcome == HARM and not district.harm_weights:
        raise Refused.because(
            _("The district has entered no table of harm weights."), _("Count incidents, or enter a table first.")
        )


def _refuse_unless_places(actor: Actor, district: District, wanted: Wanted) -> None:
    if not wanted.treated:
        raise Refused.because(_("It is not said where it was done."), _("Choose or draw the area."))
    for one in (*wanted.treated, *wanted.comparison):
        refuse_unless_an_area(district, one)
    refuse_unless_a_ring(wanted.ring, [*wanted.treated, *wanted.comparison])
    if wanted.sort == BEFORE_AFTER and not wanted.comparison:
        raise Refused.because(
            _("There is no comparison area: nobody can tell what would have happened anyway."),
            _("Choose one of those proposed, or the sort that goes without."),
        )
    if wanted.sort == STAGGERED and (len(wanted.treated) < 2 or any(one.since is None for one in wanted.treated)):
        raise Refused.because(
            _("Areas that begin one after another are at least two, each with its first day."), _("Write them all.")
        )


def _refuse_unless_in_turn(wanted: Wanted, periods: Periods) -> None:
    """Of areas in turn each begins within the two periods, so that it has a time before and a time after."""
    for one in wanted.treated if wanted.sort == STAGGERED else ():
        if one.since is None or not periods.before_from < one.since <= periods.after_until:
            what = Said(_("“{name}” did not begin within the two periods."), {"name": one.name})
            raise Refused.because(what, _("Correct its day, or the periods."))


def _refuse_before_the_data(store: Store, periods: Periods) -> None:
    if store.is_empty:
        raise Refused.because(_("There are no incidents yet."), _("Import incidents first, or choose a survey."))
    if periods.before_from < store.first_day:
        what = Said(_("The period before begins before the data do, on {day}."), {"day": store.first_day})
        raise Refused.because(what, _("Let it begin on that day or later."))


def _refuse_across_a_break(store: Store, wanted: Wanted, periods: Periods) -> None:
    """Figures on both sides of a break are not of the same thing, whatever the comparison."""
    sources = {one.source for one in store.held}
    for one in all_breaks().values():
        is_ours = not one.source_id or one.source_id in sources
        if is_ours and set(one.categories) & set(wanted.categories) and _lies_within(one.on, periods):
            what = Said(_("The figures break on {day}: {what}"), {"day": one.on, "what": Said(one.what)})
            raise Refused.because(
                what, _("Let both periods lie on the same side of that day, or leave the category out.")
            )


def _lies_within(day: object, periods: Periods) -> bool:
    return periods.before_from < day <= periods.after_until  # type: ignore[operator]


def refuse_before_it_is_over(store: Store, periods: Periods) -> None:
    """Raises `Refused` for a period after of which the data are not all there."""
    if store.is_empty or periods.after_until > store.last_day:
        until = {"day": periods.after_until}
        raise Refused.because(
            Said(_("The period after is not over in the data: it runs to {day}."), until),
            _("Wait for the figures; shortening the period because of what one has seen is not allowed."),
        )
