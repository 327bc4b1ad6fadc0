"""Reported economic crime online (it-relateret økonomisk kriminalitet)."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="online-fraud",
    version=1,
    title=_("Reported economic crime online"),
    subject=_("Economic crime online"),
    counted=_("Reports of fraud and other economic crime committed online, by the day they were reported."),
    source=_("Reports to the police"),
    count=incidents("online-fraud"),
    categories=("online-fraud",),
    per="inhabitants",
    words="svindel nettet, svindl nettet, svindel online, svindl online, svindel digital, netsvindel, "
    "bedrageri nettet, bedrageri online, bedrageri digital, netbedrageri, it-kriminalitet, phishing, "
    "fraud online, fraud internet",
)
