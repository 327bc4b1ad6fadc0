"""Neighbours look after each other's homes (nabohjælp), with signs and a way to tell."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="neighbour-watch",
    title=_("Neighbour watch"),
    mechanism=_("Empty homes look lived in, strangers are asked, and the police are told sooner."),
    moderator=_("Best in areas of houses where people know each other; hard to start where burglary is worst."),
    implementation=_("Enough homes on each road join, signs stand, and somebody keeps it going."),
    economics=_("Little money; the hours of volunteers and of whoever supports them."),
    elsewhere=_("It went with less crime in 15 of 18 studies. Why they differ is not known."),
    reference="Bennett, Holloway & Farrington 2008, The effectiveness of neighborhood watch",
    confidence="H",
    categories=("burglary-home",),
    designations=("burglary-area",),
)
