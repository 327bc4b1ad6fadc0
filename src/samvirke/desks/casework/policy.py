"""Who may know of a case, open it, write in it, lead it, and let anything cross between agencies."""

from samvirke.desks.casework.grounds import (
    BROKE_THE_GLASS,
    CASE_ROLES,
    COULD_BREAK_THE_GLASS,
    GAVE_IT,
    HAS_A_CONFLICT,
    HAS_A_CONFLICT_THERE,
    IS_SEALED,
    IS_SEALED_THERE,
    LEADS_CASEWORK,
    LEADS_CASEWORK_OF_SEAL,
    LEADS_FOR_AGENCY,
    LEADS_IT,
    MAY_APPROVE_IT,
    MUST_LET_GO,
    PRIVACY_OFFICER,
    RECEIVED_IT,
    RECEIVERS,
    SETTLES_FOR_OWNER,
    WORKS_FOR_OWNER,
    WORKS_ON_IT,
    WORKS_ON_ITS_CASE,
)
from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, at_work, in_office, takes_part
from samvirke.trust.access.rules import forbid, rule

_ANSWERS_FOR_PERIODS = in_office(_("answers for the district's casework"), "id", "chief", "director")

# Of a district.
rule("casework.see-types", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("casework.count", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("casework.bring-counts", OPERATES_THE_MACHINE)
rule("casework.store-types", OPERATES_THE_MACHINE)
rule("casework.enter-period", _ANSWERS_FOR_PERIODS, OPERATES_THE_MACHINE)

# Of an agency.
rule("casework.begin", at_work(_("works with cases in the agency"), "id", *CASE_ROLES))
rule("casework.receive", at_work(_("receives cases for the agency"), "id", *RECEIVERS))

# Of a case.
rule("casework.know", WORKS_ON_IT, LEADS_CASEWORK, BROKE_THE_GLASS)
rule("casework.open", WORKS_ON_IT, BROKE_THE_GLASS)
rule("casework.saw", WORKS_ON_IT)
rule("casework.write", WORKS_ON_IT)
rule("casework.involve", WORKS_ON_IT)
rule("casework.move", LEADS_IT)
rule("casework.invite", LEADS_IT)
rule("casework.assign", LEADS_FOR_AGENCY, LEADS_CASEWORK)
rule("casework.disclose", WORKS_ON_IT)
rule("casework.ask", WORKS_ON_IT)
rule("casework.decline", WORKS_ON_IT)
rule("casework.refer", LEADS_FOR_AGENCY)
rule("casework.give-task", WORKS_ON_IT)
rule("casework.finish-task", WORKS_ON_IT)
rule("casework.note-conflict", LEADS_FOR_AGENCY, LEADS_CASEWORK)
rule("casework.break-glass", COULD_BREAK_THE_GLASS)
rule("casework.review-glass", PRIVACY_OFFICER)
rule("casework.seal", LEADS_IT)
rule("casework.ask-to-unseal", WORKS_ON_IT)
rule("casework.unseal", WORKS_ON_IT, LEADS_CASEWORK_OF_SEAL)
rule("casework.begin-search", WORKS_FOR_OWNER)
rule("casework.forget", OPERATES_THE_MACHINE)
rule("casework.empty-ended", OPERATES_THE_MACHINE)
rule("casework.settle-archive", SETTLES_FOR_OWNER)
rule("casework.see-forgetting", SETTLES_FOR_OWNER, PRIVACY_OFFICER)

_OF_A_CASE = (
    "know", "open", "saw", "write", "involve", "move", "invite", "assign", "disclose", "ask", "decline", "refer",
    "give-task", "finish-task", "note-conflict", "break-glass", "review-glass", "seal", "ask-to-unseal", "unseal",
    "settle-archive", "see-forgetting", "begin-search",
)  # fmt: skip
for _verb in _OF_A_CASE:
    forbid(f"casework.{_verb}", HAS_A_CONFLICT, IS_SEALED)

# Of a disclosure; each command asks about its case as well.
rule("casework.read-disclosure", RECEIVED_IT)
rule("casework.approve", MAY_APPROVE_IT)
rule("casework.recall", GAVE_IT)
rule("casework.acknowledge", MUST_LET_GO)
for _verb in ("read-disclosure", "approve", "recall", "acknowledge"):
    forbid(f"casework.{_verb}", HAS_A_CONFLICT_THERE, IS_SEALED_THERE)

# Of a search, which lies in a case: the case's own rule, for the agency that owns it.
_OF_A_SEARCH = ("read-search", "bring-reports", "match-reports", "choose-certainty", "judge-pair", "end-search")
rule("casework.read-search", WORKS_ON_ITS_CASE)
rule("casework.bring-reports", WORKS_ON_ITS_CASE)
rule("casework.match-reports", WORKS_ON_ITS_CASE)
rule("casework.choose-certainty", WORKS_ON_ITS_CASE)
rule("casework.judge-pair", WORKS_ON_ITS_CASE)
rule("casework.end-search", WORKS_ON_ITS_CASE)
rule("casework.forget-search", OPERATES_THE_MACHINE)
for _verb in _OF_A_SEARCH:
    forbid(f"casework.{_verb}", HAS_A_CONFLICT_THERE, IS_SEALED_THERE)
