"""The chief of police gives the council an account of the year (redegørelse)."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="yearly-account-given",
    title=_("Yearly account to the council"),
    unit=_("account"),
    source=_("Administration of Justice Act, section 112(2)"),
    confidence="H",
    where=AGENDA,
    brings=_("The account of the year, made from what was held, decided and done."),
)
