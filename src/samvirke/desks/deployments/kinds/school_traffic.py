"""What must or may be done about traffic at schools: cycling tests, bicycle checks, school patrols."""

from samvirke.desks.deployments.engine.kind import SCHOOL, Count, Kind, Sort
from samvirke.foundation.words import _
from samvirke.trust.access.by import By

KIND = Kind(
    name="school-traffic",
    title=_("Traffic at schools"),
    about=_("What must be done about traffic at each school, and what may be. It counts for the duty at that school."),
    source=_("The plan of South-East Jutland 2020, section 3.1.8: what must and what may be carried out"),
    confidence="H",
    places=(SCHOOL,),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    planned_by=(By("police", ("secretary", "coordinator")), By("municipality")),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")), By("municipality")),
    sorts=(
        Sort("cycling-test", _("Cycling test (must)"), "cycling-tests"),
        Sort("school-patrol", _("Training of the school patrol (must)"), "school-patrols"),
        Sort("bicycle-check", _("Bicycle check and start of school (must)"), "bicycle-checks"),
        Sort("walking-test", _("Walking test (may)"), "walking-tests"),
        Sort("teaching", _("Teaching about traffic (may)"), "traffic-teaching"),
        Sort("campaign", _("Local campaign (may)"), "traffic-campaigns"),
    ),
    groups=(("pupils", _("pupils")), ("parents", _("parents"))),
    findings=(Count("pupils-there", _("Pupils who took part")),),
    never=(_("Persons: neither pupils nor how one of them did."),),
)
