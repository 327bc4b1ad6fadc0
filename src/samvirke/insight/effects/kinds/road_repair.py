"""A junction or a stretch with many collisions is rebuilt, or its speed limit is lowered."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="road-repair",
    title=_("Change of the road"),
    mechanism=_("The mistake that drivers make there becomes impossible, or does less harm."),
    moderator=_(
        "Depends on the kind of collision; the place was chosen for its numbers, so compare with other places like it."
    ),
    implementation=_("The change fits the collisions that happened, and was made as it was drawn."),
    economics=_("Known from the road authority, once; upkeep after that."),
    categories=("collision-injury", "collision-fatal", "collision-damage"),
    designations=("black-spot", "grey-stretch", "speed-limit-review"),
)
