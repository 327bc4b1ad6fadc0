"""Patrols at places and hours where much has happened."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="patrol",
    title=_("Patrol by the pattern"),
    mechanism=_("Being seen at the right place and time deters for a while after the patrol has gone."),
    moderator=_("Works at small places with much crime; what is near is more often spared as well than burdened."),
    implementation=_("The places and hours are chosen from the figures, and what was patrolled is written down."),
    economics=_("Hours of the patrols, taken from something else."),
    elsewhere=_("Fewer incidents at the places chosen, and more often a gain than a loss next door."),
    reference="Braga, Turchan, Papachristos & Hureau 2019, Hot spots policing and crime reduction",
    confidence="mem",
    categories=("violence-against-person", "robbery", "theft-person", "damage", "public-order"),
)
