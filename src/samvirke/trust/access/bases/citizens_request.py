"""An answer to what a citizen has asked of the police."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import NOT_STATED, Basis

BASIS = Basis(
    name="citizens-request",
    version=1,
    title=_("A citizen's request"),
    law=NOT_STATED,
    confidence="unknown",
    serves=("request",),
    gives=("police", "municipality"),
    receives=("police", "municipality"),
    necessity=False,
)
