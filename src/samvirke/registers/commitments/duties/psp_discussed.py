"""Each local council discusses the cooperation of police, social services and psychiatry (PSP) every year."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="psp-discussed",
    title=_("Discussion of PSP"),
    unit=_("discussion"),
    source=_("The plan of East Jutland 2024, section 2"),
    confidence="H",
    where=AGENDA,
)
