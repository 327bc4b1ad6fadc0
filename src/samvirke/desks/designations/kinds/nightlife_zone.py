"""A nightlife zone (nattelivszone), named by the police after an analysis of crime, and renewed."""

from samvirke.desks.designations.engine.kind import ALWAYS, Follows, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POLYGON
from samvirke.trust.access.by import By

KIND = Kind(
    name="nightlife-zone",
    title=_("Nightlife zone"),
    about=_("Streets with bars where a court's ban applies, and where the police may order people to leave at night."),
    source=_("Criminal Code, section 79 c; zones are named for up to about two years and renewed after an analysis"),
    confidence="H",
    shapes=(POLYGON,),
    stages=(
        Stage("analysed", _("Crime at night analysed"), needs=("evidence",)),
        Stage("named", _("Named"), names=True, needs=(*ALWAYS, "baseline")),
        Stage("announced", _("Announced, and the licensees told")),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")),),
    decided_by=(By("police", ("secretary", "coordinator", "chief")),),
    longest_months=24,
    area_kind="nightlife-zone",
    follows=(
        Follows(
            _("Order to leave the zone for the rest of the night; needless driving banned from midnight to 05:00"),
            0,
            "H",
        ),
        Follows(_("Doorman or guard at serving places from midnight to 05:00"), 30, "M"),
        Follows(_("Shops sell no alcohol at night"), 0, "M"),
    ),
    measured=_("Reported violence and disorder in the zone between midnight and 5 a.m., beside the baseline."),
    indicators=("nightlife-violence",),
    categories=("violence-against-person", "public-order", "threats", "drugs"),
    never=(_("Persons: bans and orders against somebody belong to the police's own systems and to cases."),),
)
