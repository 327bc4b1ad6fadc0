"""The district council (kredsråd) meets at least four times a year."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import MEETING, Duty

DUTY = Duty(
    name="district-council-meetings",
    title=_("District council meetings"),
    unit=_("meeting"),
    source=_("Executive order 1426 of 13 December 2006, section 3"),
    confidence="H",
    times=4,
    where=MEETING,
)
