"""Information in KSP cooperation on release, letter c: section 115(1)(3) of the Administration of Justice Act."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import INVESTIGATION, Basis

BASIS = Basis(
    name="justice-act-115-ksp-c",
    version=1,
    title=_("Persons to be released who are assessed as radicalised or at risk of it (KSP)"),
    law=_("Administration of Justice Act, section 115(1)(3)(c)"),
    law_version="as read in 2023",
    confidence="H",
    serves=("ksp", "radicalisation"),
    gives=("police", "municipality", "probation", "association"),
    receives=("police", "municipality", "probation", "association"),
    forbids=(INVESTIGATION,),
)
