"""Each local council has an action plan (handleplan) in force."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="action-plan-in-force",
    title=_("Approval of the action plan"),
    unit=_("action plan"),
    source=_("The district's plan; approved by police and municipality"),
    confidence="H",
    where=AGENDA,
    needs_proof=True,
)
