"""Who may see commitments and duties, and who may change them."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.rules import rule

_FOLLOWS_UP = in_office(_("follows up on the district's commitments"), "district_id", "secretary", "coordinator")

rule("commitments.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("commitments.record", _FOLLOWS_UP, OPERATES_THE_MACHINE)
rule("commitments.close", _FOLLOWS_UP, OPERATES_THE_MACHINE)
rule("commitments.fulfil", _FOLLOWS_UP, OPERATES_THE_MACHINE)
