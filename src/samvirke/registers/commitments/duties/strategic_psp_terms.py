"""The strategic PSP forum has its terms of reference (kommissorium) written, once."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="strategic-psp-terms",
    title=_("Terms of reference of the strategic PSP forum"),
    unit=_("terms of reference"),
    source=_("The plan of East Jutland 2024, section 4.7"),
    confidence="H",
    once=True,
    where=AGENDA,
)
