"""Cooperation on gangs: the plans describe it, and no legal basis could be verified."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import NOT_STATED, Basis

BASIS = Basis(
    name="gang-cooperation",
    version=1,
    title=_("Cooperation on gangs"),
    law=NOT_STATED,
    confidence="unknown",
    serves=("gang-cooperation",),
    gives=("police", "municipality"),
    receives=("police", "municipality"),
)
