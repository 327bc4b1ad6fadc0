"""Every school trains its school patrols (skolepatruljer)."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import SCHOOL, Duty

DUTY = Duty(
    name="school-patrols",
    title=_("Training of school patrols"),
    unit=_("training"),
    source=_("The plan of South-East Jutland 2020, section 3.1.8 (a must; one a year at each school is counted)"),
    confidence="M",
    per=SCHOOL,
    by=_("Schools"),
)
