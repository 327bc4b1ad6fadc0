"""Reported burglaries in homes (indbrud i privat beboelse), per 1,000 dwellings."""

from datetime import date

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Break, Indicator

INDICATOR = Indicator(
    name="burglary-homes",
    version=1,
    title=_("Reported burglaries in homes"),
    subject=_("Burglary"),
    counted=_("Burglaries in private homes, by the day they were reported."),
    source=_("Reports to the police"),
    count=incidents("burglary-home"),
    categories=("burglary-home",),
    per="dwellings",
    breaks=(Break(date(2018, 1, 1), _("Section 276 a of the Criminal Code changed what is counted as burglary.")),),
    words="indbrud, hjem indbrud, indbrud bolig, indbrud beboelse, boligindbrud, villaindbrud, burglar, "
    "burglar home, !sommerhus, !fritidshus, !butik, !erhverv, !virksomhed, !skole, !institution, "
    "!kælder, !biler, !shop, !business, !school",
)
