"""The police's permit for events, after consultation."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import NOT_STATED, Basis

BASIS = Basis(
    name="event-permit",
    version=1,
    title=_("Event permit"),
    law=NOT_STATED,
    confidence="unknown",
    serves=("licence",),
    gives=("police", "municipality", "region", "other"),
    receives=("police", "municipality", "region", "other"),
    necessity=False,
)
