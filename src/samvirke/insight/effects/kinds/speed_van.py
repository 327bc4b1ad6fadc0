"""A van measures speed where people have been hurt."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="speed-van",
    title=_("Speed van"),
    mechanism=_("Drivers expect to be measured and slow down; lower speed means fewer and milder collisions."),
    moderator=_(
        "Works on stretches where speed is the cause; sites are chosen after bad years, so part of any fall comes"
        " by itself."
    ),
    implementation=_("Often enough, at changing hours, at the places where people were hurt."),
    economics=_("The van and its crew; fines are not counted as savings."),
    elsewhere=_("Between 8 and 49 % fewer crashes near cameras; the studies are of moderate quality."),
    reference="Wilson, Willis, Hendrikz, Le Brocque & Bellamy 2010, Speed cameras (Cochrane review)",
    confidence="mem",
    categories=("collision-injury", "collision-fatal", "collision-damage"),
    designations=("speed-van-site",),
)
