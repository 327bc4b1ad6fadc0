"""Who may ask for a study, and who may read one: those who keep the district's figures, for a study shows points."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office
from samvirke.trust.access.rules import rule

_KEEPS_THE_FIGURES = in_office(_("keeps the district's figures"), "district_id", "analyst", "secretary")

rule("studies.read", _KEEPS_THE_FIGURES, OPERATES_THE_MACHINE)
rule("studies.ask", _KEEPS_THE_FIGURES, OPERATES_THE_MACHINE)
rule("studies.answer", _KEEPS_THE_FIGURES, OPERATES_THE_MACHINE)
rule("studies.stop", _KEEPS_THE_FIGURES, OPERATES_THE_MACHINE)
