"""Officers check whether drivers hold a telephone."""

from samvirke.desks.deployments.engine.kind import Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import LINE, POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="phone-check",
    title=_("Traffic check: mobile phone"),
    about=_("Officers watch for drivers who hold a telephone, and for seat belts in the same stops."),
    source=_("The plan of South-East Jutland 2020, section 3.1.8: special focus on mobile phones"),
    confidence="H",
    places=(LINE, POINT),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")),),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    findings=(
        Count("stopped", _("Vehicles stopped")),
        Count("telephone", _("Of these with a telephone in hand"), of="stopped"),
        Count("belt", _("Of these without a seat belt"), of="stopped"),
    ),
    sites=("black-spot", "grey-stretch"),
    categories=("collision-fatal", "collision-injury", "collision-damage"),
    closed_until_done=True,
    never=(_("Persons and registration numbers."),),
)
