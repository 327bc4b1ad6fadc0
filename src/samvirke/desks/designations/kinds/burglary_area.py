"""A housing area with many burglaries (indbrudsramt boligområde), whose association is offered help."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POLYGON
from samvirke.trust.access.by import By

KIND = Kind(
    name="burglary-area",
    title=_("Housing area with many burglaries"),
    about=_("A housing area that the police contact, because an analysis shows that burglaries weigh most there."),
    source=_("The plan of South-East Jutland 2020, section 3.1.2: the most burdened areas are contacted"),
    confidence="H",
    shapes=(POLYGON,),
    homes=True,
    stages=(
        Stage("found", _("Found by analysis"), needs=("evidence", "baseline")),
        Stage("named", _("Named"), names=True, needs=(*ALWAYS, "baseline")),
        Stage("contacted", _("House-owners' association contacted")),
        Stage(
            "answered",
            _("Association has answered"),
            outcomes=(("accepted", _("accepted")), ("declined", _("declined"))),
            stops=("declined",),
        ),
        Stage(
            "held",
            _("Help given"),
            outcomes=(
                ("walk", _("security walk")),
                ("advice", _("advice on securing homes")),
                ("watch", _("neighbour watch")),
            ),
        ),
        Stage("effect", _("Effect measured"), needs=("afterwards",)),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    decided_by=(By("police", ("secretary", "coordinator", "chief")), By("municipality")),
    measured=_("Burglaries in homes for each 1,000 homes a year, beside the baseline and beside similar areas."),
    indicators=("burglary-homes", "repeat-dwellings"),
    categories=("burglary-home",),
    never=(_("Persons and single homes: who was burgled stays with the police, who revisit them."),),
)
