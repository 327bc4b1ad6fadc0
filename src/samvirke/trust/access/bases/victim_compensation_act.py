"""Report to the police within 72 hours after violence against an employee."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

BASIS = Basis(
    name="victim-compensation-act",
    version=1,
    title=_("Compensation after violence against an employee"),
    law=_("Act on compensation from the state to victims of crime"),
    confidence="H",
    serves=("staff-safety",),
    gives=("municipality", "region"),
    receives=("police",),
)
