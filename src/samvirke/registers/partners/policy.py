"""Who may see bodies and seats, and who may put agencies and bodies in place."""

from samvirke.trust.access.common import OPERATES_THE_MACHINE, takes_part
from samvirke.trust.access.rules import rule

rule("partners.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("partners.put-agencies", OPERATES_THE_MACHINE)
rule("partners.put-bodies", OPERATES_THE_MACHINE)
