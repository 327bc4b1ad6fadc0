"""A safety camera (tryghedskamera) and what it is there for."""

from samvirke.desks.designations.engine.kind import ALWAYS, POINT, By, Kind, Stage
from samvirke.foundation.words import _

KIND = Kind(
    name="safety-camera",
    title=_("Safety camera"),
    about=_(
        "A camera of the police in a public place, with its purpose, and crime on the street before it was set up."
    ),
    source=_("The plan of East Jutland 2024, section 5.1; audit 2/2021: sites were not chosen by evidence"),
    confidence="H",
    shapes=(POINT,),
    area_kind="camera-town",
    sited=True,
    stages=(
        Stage("assessed", _("Street crime at the place counted"), needs=("purpose", "baseline")),
        Stage("named", _("Site decided"), names=True, needs=(*ALWAYS, "purpose", "baseline")),
        Stage("up", _("Set up, with its sign")),
        Stage("registered", _("Entered in the police's register of cameras")),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    decided_by=(By("police", ("secretary", "coordinator", "chief")),),
    measured=_("Reported crime on the street within sight of it, beside the baseline and beside places without one."),
    categories=("violence-against-person", "robbery", "theft-person", "damage", "public-order"),
    never=(
        _("Pictures, and persons in them."),
        _("Cameras of shops, companies and residents: they stand in the police's register alone."),
    ),
)
