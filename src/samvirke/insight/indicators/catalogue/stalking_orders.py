"""Reported stalking and broken restraining orders (stalking og brudte tilhold)."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="stalking-orders",
    version=1,
    title=_("Reported stalking and broken restraining orders"),
    subject=_("Stalking and broken restraining orders"),
    counted=_("Reports of stalking and of broken restraining orders, by the day they were reported."),
    source=_("Reports to the police"),
    count=incidents("stalking-orders"),
    categories=("stalking-orders",),
    per="inhabitants",
    several=True,
    words="stalking, tilhold, restraining order",
)
