"""The FUT patrol drives: police, and one day a week a psychiatric nurse, to people with mental illness."""

from samvirke.desks.deployments.engine.kind import DAYS, WEEK, Companion, Count, Kind, Promise
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import MUNICIPALITY
from samvirke.trust.access.by import By

KIND = Kind(
    name="fut-patrol",
    title=_("FUT patrol"),
    about=_(
        "Police, with a psychiatric nurse on some days, take calls with people with mental illness and follow up as "
        "agreed in PSP."
    ),
    source=_("The plan of East Jutland 2024, section 4.7"),
    confidence="H",
    places=(MUNICIPALITY,),
    requested_by=(By("police", ("secretary", "coordinator")), By("municipality"), By("region")),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    companions=(Companion("nurse", _("psychiatric nurse"), "region"),),
    findings=(
        Count("calls", _("Calls taken")),
        Count("followed", _("Concerns followed up as agreed in PSP")),
    ),
    promises=(
        Promise(
            DAYS,
            3,
            WEEK,
            _("The plan of East Jutland 2024, section 4.7: three days a week"),
            "H",
            ("oestjylland",),
            commitment="fut-days",
        ),
        Promise(
            DAYS,
            1,
            WEEK,
            _("The plan of East Jutland 2024, section 4.7: a nurse one day a week"),
            "H",
            ("oestjylland",),
            companion="nurse",
            commitment="fut-nurse",
        ),
    ),
    never=(_("Persons: who was met, and how they are, belongs to a case or to the police's own systems."),),
)
