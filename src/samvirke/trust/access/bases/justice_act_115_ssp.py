"""Information in SSP cooperation: section 115(1)(1) of the Administration of Justice Act (retsplejeloven)."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import INVESTIGATION, Basis

BASIS = Basis(
    name="justice-act-115-ssp",
    version=1,
    title=_("Crime-prevention cooperation (SSP)"),
    law=_("Administration of Justice Act, section 115(1)(1)"),
    law_version="as read in 2023",
    confidence="H",
    serves=("ssp",),
    gives=("police", "municipality", "association"),
    receives=("police", "municipality", "association"),
    forbids=(INVESTIGATION,),
)
