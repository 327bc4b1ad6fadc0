"""The share of people who feel safe in their neighbourhood (tryghed i nabolaget), with n."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import series
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="safety-share",
    version=1,
    title=_("Share who feel safe in their neighbourhood"),
    subject=_("The share who feel safe"),
    counted=_("Answers 1 to 3 on a scale from 1 (safe) to 7 (unsafe), of all answers. No design effect is known."),
    source=_("Safety survey, sample"),
    count=series("safety-share"),
    kind="share",
    every="year",
    words="tryg, utryg, feel safe, feel unsafe, feeling safe, !digital, !nettet, !online, !skadefri",
)
