"""A safety camera (tryghedskamera) in a public place."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="camera",
    title=_("Safety camera"),
    mechanism=_(
        "Those who would act are seen, or believe that they are; help comes sooner; what happened can be cleared up."
    ),
    moderator=_("Works best in car parks and against theft; hardly against violence when people are drunk."),
    implementation=_("The camera has a purpose, a sign and somebody who looks; light and maintenance come with it."),
    economics=_("Purchase, mounting, a line, upkeep and the hours of those who look."),
    elsewhere=_(
        "A certain but modest decrease; the largest and most consistent in car parks. Cameras that somebody watches "
        "did better, and those that did not stand alone."
    ),
    reference="Piza, Welsh, Farrington & Thomas 2019, CCTV surveillance for crime prevention: a 40-year review",
    confidence="H",
    categories=("violence-against-person", "robbery", "theft-person", "damage", "public-order"),
    designations=("safety-camera",),
)
