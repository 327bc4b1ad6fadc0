"""Reported violence against a person (vold mod person), per 1,000 inhabitants."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="violence-against-person",
    version=1,
    title=_("Reported violence against a person"),
    subject=_("Violence against a person"),
    counted=_("Reported violence outside close relations, by the day it was reported."),
    source=_("Reports to the police"),
    count=incidents("violence-against-person"),
    categories=("violence-against-person",),
    per="inhabitants",
    words="vold, overfald, gadevold, violence, assault, !voldsom, !nære, !kæreste, !ekstrem, !radikal, !partnervold",
)
