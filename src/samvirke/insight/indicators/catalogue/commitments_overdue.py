"""Open commitments past their date, of all that are open (overskredne aftaler)."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.queries.commitments import commitments, overdue


def _count(facts: Facts, period: Period) -> dict[int, Counted]:
    if period.year != today().year:
        return {}  # the register tells how things stand, not how they stood
    rows = commitments(facts.actor, facts.district.pk)
    return {DISTRICT: Counted(overdue(rows).count(), rows.filter(state=OPEN).count())}


INDICATOR = Indicator(
    name="commitments-overdue",
    version=1,
    title=_("Commitments past their date"),
    subject=_("Commitments past their date"),
    counted=_("Open commitments whose date has passed, of all open commitments, as they stand today."),
    source=_("The register of commitments"),
    count=_count,
    kind="share",
    every="year",
    few=0,
    tested=False,
    several=True,
    words="overhold frist, aftale rettidig, aftale tide, indsats tide, commitment time, promise time, deadline kept",
)
