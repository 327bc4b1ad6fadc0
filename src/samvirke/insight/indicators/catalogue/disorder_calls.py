"""Call-outs to disorder (udrykninger til uro)."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="disorder-calls",
    version=1,
    title=_("Call-outs to disorder"),
    subject=_("Call-outs to disorder"),
    counted=_("Times the police were called to disorder. More calls may mean more trust, not more disorder."),
    source=_("The police's log of call-outs"),
    count=incidents("disorder-call"),
    categories=("disorder-call",),
    per="inhabitants",
    several=True,
    words="udrykning uro, gadeuorden, uorden, uroen, uro, disorder, !urolig",
)
