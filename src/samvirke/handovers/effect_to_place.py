"""From an estimate to the place that it is about: frozen as evidence, so that the review and the renewal rest on it."""

from __future__ import annotations

from samvirke.desks.designations.commands.freeze import Shown, freeze
from samvirke.desks.designations.facts.figures import ESTIMATE, Figure
from samvirke.desks.designations.models import Evidence
from samvirke.desks.designations.queries.places import places
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.effects.engine.judged import Ends
from samvirke.insight.effects.engine.sorts import NOTES_SAID, SORTS_SAID, VERDICTS_SAID
from samvirke.insight.effects.facts.card import newest_of
from samvirke.insight.effects.models import Design, Estimate
from samvirke.insight.suppression.rounded import about, tellable
from samvirke.trust.access.actor import Actor

PLACE = "designation"


def freeze_effect(actor: Actor, design: Design) -> Evidence:
    """Freeze the newest estimate of a design about a place, in the language of the district.

    Everybody in the cooperation reads what a place rests on: numbers are rounded, and those on a count below ten are
    left out. Raises `Refused` without an estimate, and as freezing does.
    """
    newest = newest_of(design)
    place = places(actor, design.district).filter(pk=design.key).first() if design.target == PLACE else None
    if newest is None or place is None:
        raise Refused.because(_("There is no estimate about a place."), _("Have the design estimated first."))
    return freeze(actor, designation=place, shown=_shown(design, newest))


def _shown(design: Design, newest: Estimate) -> Shown:
    language, judged, days = design.district.language, newest.judged, design.periods
    told = [VERDICTS_SAID[newest.verdict], *(NOTES_SAID[one] for one in judged.notes)]
    said = Said(_("Did it help?")).text(language)
    sources = ", ".join(f"{source} v{number}" for source, number in newest.made_from.get("sources", {}).items())
    return Shown(
        says=f"{said} {'; '.join(Said(words).text(language) for words in told)}",
        data=(sources or str(design.survey.get("question", "")))[:200],
        data_from=days.before_from,
        data_until=days.after_until,
        analysis=Said(SORTS_SAID[design.sort]).text(language),
        parameters={"SHA-256": newest.digest[:16]},
        figures=tuple(_figures(design, newest, language)),
    )


def _figures(design: Design, newest: Estimate, language: str) -> list[Figure]:
    judged = newest.judged
    if design.is_survey:
        return _figure(Said(_("Change in percentage points")), judged.difference, judged.n, language)
    if not tellable(*judged.counts.values()):
        return []
    return _figure(Said(_("Ratio to what was to be expected")), judged.ratio, about(judged.n), language)


def _figure(name: Said, ends: Ends, n: int, language: str) -> list[Figure]:
    if ends.value is None or ends.low is None or ends.high is None:
        return []
    value, low, high = (round(one, 1) for one in (ends.value, ends.low, ends.high))
    return [Figure(name.text(language), ESTIMATE, value, n=n, low=low, high=high)]
