"""Bicycle checks and campaigns are held when school starts (skolestart)."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import SCHOOL, Duty

DUTY = Duty(
    name="bicycle-checks",
    title=_("Bicycle checks and school-start campaigns"),
    unit=_("campaign"),
    source=_("The plan of South-East Jutland 2020, section 3.1.8 (a must; one a year at each school is counted)"),
    confidence="M",
    per=SCHOOL,
    by=_("Schools and police"),
)
