"""What reading found, said in words: how sure, where, how often."""

from __future__ import annotations

from samvirke.desks.plan.reading.cadence import Cadence
from samvirke.desks.plan.reading.confidence import HIGH, LOW, MEDIUM
from samvirke.desks.plan.reading.lines import Place
from samvirke.foundation.words import Said, _

_LEVELS = {HIGH: _("sure"), MEDIUM: _("likely"), LOW: _("uncertain")}
_TIMES = {
    "year": (_("once a year"), _("{count} times a year")),
    "half-year": (_("once every half-year"), _("{count} times every half-year")),
    "quarter": (_("once a quarter"), _("{count} times a quarter")),
    "month": (_("once a month"), _("{count} times a month")),
    "week": (_("once a week"), _("{count} times a week")),
    "day": (_("once a day"), _("{count} times a day")),
    "two years": (_("every second year"), _("every second year")),
    "two months": (_("every second month"), _("every second month")),
    "two weeks": (_("every second week"), _("every second week")),
}


def level_said(level: str) -> Said:
    """High, medium or low, as a reader would say it."""
    return Said(_LEVELS[level])


def place_said(place: Place) -> Said:
    """The line, and the page where there are pages."""
    if place.page is None:
        return Said(_("line {line}"), {"line": place.line})
    return Said(_("page {page}, line {line}"), {"page": place.page, "line": place.line})


def cadence_said(cadence: Cadence) -> Said:
    """How often; without a number, in the words of the plan."""
    if cadence.times is None:
        return Said(_("without a number: “{printed}”"), {"printed": cadence.printed})
    once, times = _TIMES[cadence.per]
    return Said(once, {"count": cadence.times}, times)
