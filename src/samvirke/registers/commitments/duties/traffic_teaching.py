"""General teaching about traffic (færdselsundervisning) may be given."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import Duty

DUTY = Duty(
    name="traffic-teaching",
    title=_("Teaching about traffic"),
    unit=_("lesson"),
    source=_("The plan of South-East Jutland 2020, section 3.1.8 (may be carried out)"),
    confidence="H",
    optional=True,
)
