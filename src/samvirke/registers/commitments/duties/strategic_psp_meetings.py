"""The strategic forum of police, social services and psychiatry meets at least once a year."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import MEETING, Duty

DUTY = Duty(
    name="strategic-psp-meetings",
    title=_("Strategic PSP forum"),
    unit=_("meeting"),
    source=_("The plan of East Jutland 2024, section 4.7"),
    confidence="H",
    days_of_notice=100,  # the forum is new: terms of reference and seats come first
    where=MEETING,
)
