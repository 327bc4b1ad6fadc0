"""The network of info houses (infohuse) meets twice a year."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import MEETING, Duty

DUTY = Duty(
    name="infohouse-network-meetings",
    title=_("Info house network meetings"),
    unit=_("meeting"),
    source=_("The plan of East Jutland 2024, section 4.2"),
    confidence="H",
    times=2,
    where=MEETING,
)
