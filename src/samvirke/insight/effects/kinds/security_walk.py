"""Residents, municipality and police walk through an area and mend what makes it unsafe."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="security-walk",
    title=_("Security walk"),
    mechanism=_(
        "What hides, breaks or looks abandoned is found and mended; residents and police learn to know each other."
    ),
    moderator=_("Works where somebody mends what was found; more for how safe people feel than for what is reported."),
    implementation=_("A list of what was found, with an owner and a date for each, and a second walk to see it."),
    economics=_("A few evenings, and what the mending costs."),
    categories=("burglary-home", "damage"),
)
