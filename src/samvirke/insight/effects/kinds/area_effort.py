"""Several agencies work together in one exposed housing area for a year."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="area-effort",
    title=_("Joint effort in an area"),
    mechanism=_("Young people, housing, school and police act on the same plan, so that nothing falls between them."),
    moderator=_(
        "Depends on the residents' trust and on who lives there; many things are done at once and cannot be told apart."
    ),
    implementation=_("A plan with owners and half-yearly status; the agreed is done."),
    economics=_("Hours in all agencies; hard to tell from what they would have done anyway."),
    categories=("violence-against-person", "threats", "damage", "arson", "robbery"),
    designations=("sub-area", "insecure-place"),
)
