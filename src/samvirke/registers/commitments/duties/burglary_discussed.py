"""A local council where much is burgled looks at burglary in homes (indbrud) in particular."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="burglary-discussed",
    title=_("Discussion of burglary in homes"),
    unit=_("discussion"),
    source=_("The plan of South-East Jutland 2020, section 3.1.2 (what a high rate is, is not stated)"),
    confidence="H",
    times=None,
    only_where=_("the rate of burglary is high"),
    indicator="burglary-homes",
    where=AGENDA,
    brings=_("The rate of burglary in homes with its interval, beside that of the district."),
)
