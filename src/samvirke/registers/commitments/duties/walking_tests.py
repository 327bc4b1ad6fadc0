"""Walking tests (gå-prøver) may be held with the youngest pupils."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import Duty

DUTY = Duty(
    name="walking-tests",
    title=_("Walking tests"),
    unit=_("walking test"),
    source=_("The plan of South-East Jutland 2020, section 3.1.8 (may be carried out)"),
    confidence="H",
    optional=True,
)
