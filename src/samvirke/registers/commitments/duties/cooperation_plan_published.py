"""The cooperation plan (samarbejdsplan) is published every year."""

from samvirke.foundation.words import _
from samvirke.registers.commitments.register import AGENDA, Duty

DUTY = Duty(
    name="cooperation-plan-published",
    title=_("Publication of the cooperation plan"),
    unit=_("plan"),
    source=_("Administration of Justice Act, section 113"),
    confidence="H",
    where=AGENDA,
    needs_proof=True,
)
