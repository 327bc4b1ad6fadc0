"""Every school holds cycling tests (cyklistprøver) with the police."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import SCHOOL, Duty

DUTY = Duty(
    name="cycling-tests",
    title=_("Cycling tests"),
    unit=_("cycling test"),
    source=_("The plan of South-East Jutland 2020, section 3.1.8 (a must; one a year at each school is counted)"),
    confidence="M",
    per=SCHOOL,
    by=_("Schools and police"),
)
