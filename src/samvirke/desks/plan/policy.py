"""Who may read plans, put them in place and publish them."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.rules import rule

rule("plan.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("plan.read", in_office(_("keeps the district's secretariat"), "district_id", "secretary"))
rule("plan.put", OPERATES_THE_MACHINE)
rule(
    "plan.publish",
    in_office(_("keeps the district's secretariat"), "district_id", "secretary", "chief"),
    OPERATES_THE_MACHINE,
)
