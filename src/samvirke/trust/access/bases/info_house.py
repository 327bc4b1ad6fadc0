"""Info house (infohus): concern about radicalisation or extremism, released by the police first."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import INVESTIGATION, NOT_STATED, Basis

# The ministry's guidance exists, but its text was not seen.
BASIS = Basis(
    name="info-house",
    version=1,
    title=_("Info house"),
    law=NOT_STATED,
    confidence="unknown",
    serves=("radicalisation",),
    gives=("police", "municipality", "region", "probation"),
    receives=("police", "municipality", "region", "probation"),
    forbids=(INVESTIGATION,),
)
