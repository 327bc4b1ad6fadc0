"""A zone of night life with rules of its own, named for a time."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="nightlife-zone",
    title=_("Nightlife zone"),
    mechanism=_(
        "Those who were violent stay away, doormen and police work to one rule, and guests are turned away sooner."
    ),
    moderator=_("Needs a small area with many guests at known hours; what is pushed out may go to the next street."),
    implementation=_("The borders are known to the restaurants, the hours are staffed, and bans are followed up."),
    economics=_("Police hours at night, and the restaurants' own."),
    categories=("violence-against-person", "threats", "public-order"),
    designations=("nightlife-zone",),
)
