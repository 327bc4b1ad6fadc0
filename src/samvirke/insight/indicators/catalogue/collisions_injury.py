"""Collisions with injury or death (uheld med personskade)."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="collisions-injury",
    version=1,
    title=_("Collisions with injury"),
    subject=_("Collisions with injury"),
    counted=_(
        "Collisions known to the police in which somebody was hurt or killed. Light injuries are under-recorded."
    ),
    source=_("The police's register of collisions"),
    count=incidents("collision-injury", "collision-fatal"),
    categories=("collision-injury", "collision-fatal"),
    per="inhabitants",
    several=True,
    words="skade trafik, trafikskade, tilskadekom trafik, dræbt trafik, dræbt vej, trafikdræb, trafikulykke, "
    "trafikuheld, færdselsulykke, færdselsuheld, ulykke vej, uheld vej, trafiksikker, færdselssikker, "
    "collision, injur traffic, injur road, road safety, road accident, traffic accident",
)
