"""The district council discusses youth crime at least once a year, with each municipality's figures."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="youth-crime-discussed",
    title=_("Discussion of youth crime"),
    unit=_("discussion"),
    source=_("Political agreement on youth crime, in the plan of South-East Jutland 2020, section 4.2"),
    confidence="H",
    indicator="youth-crime",
    where=AGENDA,
    brings=_("The figures of each municipality, and what police and municipalities do about them."),
)
