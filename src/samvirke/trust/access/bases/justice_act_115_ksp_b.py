"""Information in KSP cooperation on release, letter b: section 115(1)(3) of the Administration of Justice Act."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import INVESTIGATION, Basis

BASIS = Basis(
    name="justice-act-115-ksp-b",
    version=1,
    title=_("Convicted persons under 18 who are to be released from an institution (KSP)"),
    law=_("Administration of Justice Act, section 115(1)(3)(b)"),
    law_version="as read in 2023",
    confidence="H",
    serves=("ksp",),
    gives=("police", "municipality", "probation", "association"),
    receives=("police", "municipality", "probation", "association"),
    forbids=(INVESTIGATION,),
)
