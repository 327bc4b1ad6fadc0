"""Who may see meetings, and who may keep the calendar."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.rules import rule

rule("meetings.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule(
    "meetings.put",
    in_office(_("keeps the calendar of the district's councils"), "district_id", "secretary", "coordinator"),
    OPERATES_THE_MACHINE,
)
