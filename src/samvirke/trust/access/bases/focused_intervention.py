"""Focused intervention (måludpegning): one plan describes it, and no legal basis could be verified."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import INVESTIGATION, NOT_STATED, Basis

# The police's own work: nothing crosses under it. The project states no reference and the demo enters none.
BASIS = Basis(
    name="focused-intervention",
    version=1,
    title=_("Focused intervention"),
    law=NOT_STATED,
    confidence="unknown",
    serves=("focused-intervention",),
    forbids=(INVESTIGATION,),
)
