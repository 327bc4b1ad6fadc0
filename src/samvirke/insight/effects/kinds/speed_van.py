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
    elsewhere=_(
        "In 35 studies average speed was 1 to 15 per cent lower than elsewhere, and crashes near cameras fell; the "
        "studies differ too much to be put together."
    ),
    reference="Wilson, Willis, Hendrikz, Le Brocque & Bellamy 2010, Speed cameras (Cochrane review)",
    confidence="H",
    categories=("collision-injury", "collision-fatal", "collision-damage"),
    designations=("speed-van-site",),
)
