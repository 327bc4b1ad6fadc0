"""Particularly exposed housing areas (SUB) are designated every year after a discussion in the council."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="sub-areas-designated",
    title=_("Designation of exposed housing areas"),
    unit=_("designation"),
    source=_("The plan of South-East Jutland 2020, section 3.1.1"),
    confidence="H",
    where=AGENDA,
    brings=_("The assessment of the areas by the police."),
)
