"""Completed mediations a year (gennemførte konfliktråd), as the plan prints them."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import series
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="mediation-completed",
    version=1,
    title=_("Completed mediations"),
    subject=_("Completed mediations"),
    counted=_("Mediations between a harmed person and an offender that were carried through, a year."),
    source=_("The cooperation plan"),
    count=series("mediations-completed"),
    every="year",
    several=True,
    words="konfliktråd, mægling, mediation",
)
