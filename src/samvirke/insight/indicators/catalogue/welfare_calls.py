"""Call-outs to people in distress (udrykninger til personer i krise)."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="welfare-calls",
    version=1,
    title=_("Call-outs to people in distress"),
    subject=_("Call-outs to people in distress"),
    counted=_("Times the police were called to somebody in distress. It is no count of persons, nor of illness."),
    source=_("The police's log of call-outs"),
    count=incidents("welfare-call"),
    categories=("welfare-call",),
    per="inhabitants",
    several=True,
    words="person krise, psykisk syg, psp, fut, mentally ill, distress",
)
