"""A place where people feel unsafe, watched by a weekly colour: green, yellow or red."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POINT, POLYGON
from samvirke.trust.access.by import By

KIND = Kind(
    name="insecure-place",
    title=_("Place that feels unsafe"),
    about=_("A square, path, station or street that is watched each week: green, yellow or red."),
    source=_("The SSP cooperation of Koege: green is watched once a week, red calls the partners together"),
    confidence="H",
    shapes=(POINT, POLYGON),
    homes=True,
    has_levels=True,
    stages=(
        Stage("told", _("Reported by partners or citizens"), needs=("evidence",)),
        Stage("named", _("Taken under watch"), names=True, needs=ALWAYS),
        Stage("agreed", _("Partners have agreed what each does")),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    decided_by=(By("police", ("secretary", "coordinator", "chief")), By("municipality")),
    review_weeks=1,
    measured=_("Calls about disorder and what the safety survey says of the neighbourhood, with its n."),
    indicators=("disorder-calls", "safety-share"),
    categories=("disorder-call", "public-order", "damage"),
    never=(_("Persons: who is seen at the place is written nowhere here; a concern for somebody is a case."),),
)
