"""An exercise with the partners of the local preparedness staff."""

from samvirke.desks.deployments.engine.kind import Choice, Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import MUNICIPALITY, POINT, POLYGON
from samvirke.trust.access.by import By

KIND = Kind(
    name="exercise",
    title=_("Exercise"),
    about=_("An exercise with partners, such as one on terror or on chemical or radioactive matter. Never its plan."),
    source=_("The plan of South-East Jutland 2020, section 3.1.7: training with partners of the preparedness staff"),
    confidence="H",
    places=(MUNICIPALITY, POINT, POLYGON),
    requested_by=(By("police", ("secretary", "coordinator")), By("municipality"), By("region")),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator")),),
    findings=(
        Choice(
            "form",
            _("Form of the exercise"),
            (
                ("table", _("around a table")),
                ("staff", _("with the staff in place")),
                ("full", _("with units in the field")),
            ),
        ),
        Count("agencies", _("Agencies that took part")),
        Count("lessons", _("Points to learn from")),
    ),
    never=(_("Persons, and what a plan of preparedness says."),),
)
