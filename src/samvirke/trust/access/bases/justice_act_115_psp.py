"""Information in PSP cooperation: section 115(1)(2) of the Administration of Justice Act (retsplejeloven)."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import INVESTIGATION, Basis

BASIS = Basis(
    name="justice-act-115-psp",
    version=1,
    title=_("Cooperation on socially vulnerable people (PSP)"),
    law=_("Administration of Justice Act, section 115(1)(2)"),
    law_version="as read in 2023",
    confidence="H",
    serves=("psp",),
    gives=("police", "municipality", "region", "association"),
    receives=("police", "municipality", "region", "association"),
    forbids=(INVESTIGATION,),
)
