"""An officer is booked for a talk, at a school, an association or a housing area."""

from samvirke.desks.deployments.engine.kind import SCHOOL, Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import MUNICIPALITY, POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="booked-talk",
    title=_("Officer booked for a talk"),
    about=_(
        "An officer tells about securing homes, safety online, traffic or the like. What a citizen books on politi.dk "
        "stays where it was booked; here stands that an officer goes there."
    ),
    source=_("“Bestil en betjent”, national since 13 December 2018: answered within 14 days, carried out within 30"),
    confidence="H",
    places=(SCHOOL, POINT, MUNICIPALITY),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    groups=(
        ("young", _("young people")),
        ("adults", _("adults")),
        ("older", _("older people")),
        ("associations", _("associations")),
        ("homeowners", _("house-owners and residents")),
    ),
    findings=(Count("listeners", _("People who listened")),),
    answer_days=14,
    hold_days=30,
    never=(_("Persons: neither who booked nor who came."),),
)
