"""A watch on a building, so that no new clubhouse of a gang comes: the target is none."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="gang-clubhouse",
    title=_("Watch on clubhouses of gangs"),
    about=_("A building that is watched so that it does not become the place of a gang; the shared target is none."),
    source=_("The plan of South-East Jutland 2020, section 3.1.3: no new clubhouses in the municipalities"),
    confidence="H",
    shapes=(POINT,),
    homes=True,
    closed=True,
    target=0,
    stages=(
        Stage("seen", _("Seen by police or municipality"), needs=("evidence",)),
        Stage("named", _("Under watch"), names=True, needs=ALWAYS),
        Stage("acted", _("Dialogue with owner and municipality held")),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")),),
    decided_by=(By("police", ("secretary", "coordinator", "chief")),),
    measured=_("How many clubhouses there are in the district at the end of the year."),
    never=(
        _("Persons and names of groups: counts and places only."),
        _("Homes: where somebody lives is not watched here."),
    ),
)
