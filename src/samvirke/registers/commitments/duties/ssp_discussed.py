"""Each local council discusses the cooperation of school, social services and police (SSP) every year."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="ssp-discussed",
    title=_("Discussion of SSP"),
    unit=_("discussion"),
    source=_("The plan of East Jutland 2024, section 2"),
    confidence="H",
    where=AGENDA,
)
