"""Police and municipalities meet to share experience (ERFA)."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import Duty

DUTY = Duty(
    name="erfa-meetings",
    title=_("Meetings to share experience"),
    unit=_("meeting"),
    source=_("The plan of South-East Jutland 2020, section 4.3 (no number of meetings is stated)"),
    confidence="M",
    times=None,
)
