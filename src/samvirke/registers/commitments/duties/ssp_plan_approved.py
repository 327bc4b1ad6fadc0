"""A local council approves the yearly plan of its SSP group, where its rules say so."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="ssp-plan-approved",
    title=_("Approval of the year’s SSP plan"),
    unit=_("plan"),
    source=_("The council's own rules"),
    confidence="M",
    where=AGENDA,
    needs_proof=True,
)
