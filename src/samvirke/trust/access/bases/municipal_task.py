"""The municipality's own task towards its citizens."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import NOT_STATED, Basis

BASIS = Basis(
    name="municipal-task",
    version=1,
    title=_("The municipality's own task"),
    law=NOT_STATED,
    confidence="unknown",
    serves=("child-protection", "ssp", "victim-support", "staff-safety"),
)
