"""Reported violence in close relations (vold i nære relationer), per 1,000 inhabitants."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="close-relation-violence",
    version=1,
    title=_("Reported violence in close relations"),
    subject=_("Violence in close relations"),
    counted=_("Reported violence between partners or in the family, by the day it was reported."),
    source=_("Reports to the police"),
    count=incidents("close-relation-violence"),
    categories=("close-relation-violence",),
    per="inhabitants",
    words="nære relation, vold kæreste, kærestevold, partnervold, samlivsvold, vold familie, vold hjem, vold partner, "
    "close relation, domestic violence, violence partner, violence famil",
)
