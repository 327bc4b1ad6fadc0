"""A mobile police station stands where people are, at announced hours."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="mobile-station",
    title=_("Mobile police station"),
    mechanism=_("Police are seen and spoken to; people tell more, and what is likely to happen there happens less."),
    moderator=_("Works at small places with much crime; people who tell more make reported figures rise."),
    implementation=_("The same place often enough, at the hours when something happens, and known beforehand."),
    economics=_("Hours of the crew, and the vehicle."),
    categories=("violence-against-person", "theft-person", "damage", "public-order"),
)
