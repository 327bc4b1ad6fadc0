"""Who may read plans, draft them, comment, approve for their own party, sign and publish."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, at_work, in_office, takes_part
from samvirke.trust.access.grounds import AgenciesAs, Both, Ground, In, Is, Not, Of
from samvirke.trust.access.rules import rule

_EDITS = in_office(_("edits the district's plans"), "district_id", "secretary", "coordinator")
_KEEPS = in_office(_("keeps the district's secretariat"), "district_id", "secretary")
_LEADS = at_work(_("leads the authority that approves"), "agency_id", "chief", "mayor")
_LOCAL = Both((In("agency_id", AgenciesAs(("director",))), Not(Of("plan", Is("kind", "cooperation")))))

rule("plan.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("plan.read", in_office(_("keeps the district's secretariat"), "district_id", "secretary"))
rule("plan.put", OPERATES_THE_MACHINE)
rule("plan.begin", _EDITS, OPERATES_THE_MACHINE)
rule("plan.write", _EDITS, OPERATES_THE_MACHINE)
rule("plan.set-goal", _EDITS, OPERATES_THE_MACHINE)
rule("plan.set-measure", _EDITS, OPERATES_THE_MACHINE)
rule("plan.comment", takes_part("district_id"))
rule("plan.suggest", takes_part("district_id"))
rule("plan.decide", _EDITS)
rule("plan.take-in", _EDITS)
rule("plan.name-parties", _KEEPS)
rule("plan.consult", _EDITS)
rule("plan.answer", takes_part("district_id"))
rule("plan.move", _EDITS)
rule("plan.approve", _LEADS, Ground(Said(_("directs the authority that approves")), _LOCAL))
rule("plan.sign", _KEEPS)
rule(
    "plan.publish",
    in_office(_("keeps the district's secretariat"), "district_id", "secretary", "chief"),
    OPERATES_THE_MACHINE,
)
