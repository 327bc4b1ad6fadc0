"""Local campaigns about traffic may be run."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import Duty

DUTY = Duty(
    name="traffic-campaigns",
    title=_("Local traffic campaigns"),
    unit=_("campaign"),
    source=_("The plan of South-East Jutland 2020, section 3.1.8 (may be carried out)"),
    confidence="H",
    optional=True,
)
