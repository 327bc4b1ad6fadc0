"""Who may count incidents, and who may bring them in."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.rules import rule

_KEEPS_THE_FIGURES = in_office(_("keeps the district's figures"), "district_id", "analyst", "secretary")

rule("incidents.count", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("incidents.import", _KEEPS_THE_FIGURES, OPERATES_THE_MACHINE)
rule("incidents.put-source", OPERATES_THE_MACHINE)
rule("incidents.put-sheet", _KEEPS_THE_FIGURES, OPERATES_THE_MACHINE)
rule("incidents.look-at-imports", _KEEPS_THE_FIGURES, OPERATES_THE_MACHINE)
