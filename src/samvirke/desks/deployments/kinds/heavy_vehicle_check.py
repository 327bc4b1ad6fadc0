"""Officers check heavy vehicles at the roadside, on ramps or at state rest areas."""

from samvirke.desks.deployments.engine.kind import Choice, Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import LINE, POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="heavy-vehicle-check",
    title=_("Traffic check: heavy vehicles"),
    about=_(
        "A roadside check of heavy vehicles, every day with few people, or a large one planned with other authorities."
    ),
    source=_(
        "The plan of South-East Jutland 2020, section 3.1.8: cabotage, driving and rest times, parking on ramps and at "
        "state rest areas"
    ),
    confidence="H",
    places=(POINT, LINE),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")),),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    findings=(
        Choice(
            "where",
            _("Kind of place"),
            (("roadside", _("roadside")), ("ramp", _("ramp of a motorway")), ("rest-area", _("state rest area"))),
        ),
        Choice(
            "size", _("Size of the check"), (("daily", _("daily roadside check")), ("large", _("large planned check")))
        ),
        Count("checked", _("Heavy vehicles checked")),
        Count("cabotage", _("Of these with unlawful cabotage"), of="checked"),
        Count("rest-times", _("Of these with breaches of driving and rest times"), of="checked"),
        Count("parked-ramp", _("Vehicles parked unlawfully on a ramp")),
        Count("parked-rest-area", _("Vehicles parked unlawfully at a state rest area")),
    ),
    closed_until_done=True,
    never=(_("Persons, companies and registration numbers."),),
)
