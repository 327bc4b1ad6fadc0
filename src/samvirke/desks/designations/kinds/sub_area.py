"""A particularly exposed housing area (SUB-område), named every year after a discussion in the council."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POLYGON
from samvirke.trust.access.by import By

KIND = Kind(
    name="sub-area",
    title=_("Exposed housing area (SUB)"),
    about=_(
        "A housing area where crime and what makes people feel unsafe weigh most, by the assessment of the police."
    ),
    source=_("The plan of South-East Jutland 2020, sections 3.1.1 and 4.5; the police name the areas every year"),
    confidence="H",
    shapes=(POLYGON,),
    homes=True,
    stages=(
        Stage("assessed", _("Threat assessment made"), needs=("evidence",)),
        Stage("discussed", _("Discussed in the district council"), needs=("body",)),
        Stage("named", _("Named"), names=True, needs=(*ALWAYS, "body")),
        Stage("group", _("Coordination group has met")),
        Stage("plan", _("Plan for unrest in place"), needs=("plan",)),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")),),
    decided_by=(By("police", ("secretary", "coordinator", "chief")),),
    discussed_in="district-council",
    longest_months=12,
    review_weeks=26,
    plan=_("Plan for unrest"),
    duty="sub-areas-designated",
    area_kind="sub-area",
    measured=_("The safety survey of the area with its n, reported crime, and harm where the district has weights."),
    indicators=("safety-share", "harm"),
    categories=("violence-against-person", "robbery", "arson", "damage", "public-order"),
    never=(
        _("Persons: neither residents nor suspects are named, counted one by one or ranked."),
        _("The text of the plan for unrest: only who owns it, where it is kept and when it is reviewed."),
    ),
)
