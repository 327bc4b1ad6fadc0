"""The prevention secretariat visits every municipality about youth crime."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import MUNICIPALITY, Duty

DUTY = Duty(
    name="municipality-visits",
    title=_("Visits to every municipality"),
    unit=_("visit"),
    source=_("The plan of South-East Jutland 2020, section 4.2 (no number of visits is stated)"),
    confidence="M",
    times=None,
    per=MUNICIPALITY,
)
