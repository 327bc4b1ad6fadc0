"""A local council (lokalråd) meets four times a year."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import MEETING, Duty

DUTY = Duty(
    name="local-council-meetings",
    title=_("Local council meetings"),
    unit=_("meeting"),
    source=_("The district's plan or the council's own rules"),
    confidence="H",
    times=4,
    where=MEETING,
)
