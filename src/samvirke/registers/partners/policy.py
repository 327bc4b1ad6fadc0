"""Who may see bodies, seats and those who sit there, and who may put them in place."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.rules import rule

_KEEPS_THE_SEATS = in_office(_("keeps the list of who sits where"), "district_id", "secretary", "coordinator")

rule("partners.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("partners.put-agencies", OPERATES_THE_MACHINE)
rule("partners.put-bodies", OPERATES_THE_MACHINE)
rule("partners.put-holder", _KEEPS_THE_SEATS, OPERATES_THE_MACHINE)
rule("partners.take-seat", _KEEPS_THE_SEATS, OPERATES_THE_MACHINE)
rule("partners.appoint", _KEEPS_THE_SEATS, OPERATES_THE_MACHINE)
rule("partners.leave-seat", _KEEPS_THE_SEATS, OPERATES_THE_MACHINE)
rule("partners.elect", _KEEPS_THE_SEATS, OPERATES_THE_MACHINE)
rule("partners.stand-in", _KEEPS_THE_SEATS, OPERATES_THE_MACHINE)
rule("partners.put-contact", _KEEPS_THE_SEATS, OPERATES_THE_MACHINE)
rule("partners.forget-contacts", OPERATES_THE_MACHINE)
