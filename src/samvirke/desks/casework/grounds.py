"""The reasons for which somebody may have to do with a case, each in words and as an expression over its facts."""

from __future__ import annotations

from samvirke.foundation.words import Said, _
from samvirke.trust.access.grounds import (
    AgenciesAs,
    Begun,
    Both,
    Either,
    Exists,
    Ground,
    In,
    Is,
    Lasts,
    Not,
    Of,
    OfActor,
)

CASE_ROLES = ("caseworker", "case-leader", "coordinator", "mediator", "licensing-clerk", "duty-officer")
LEADERS = ("case-leader",)
RECEIVERS = ("case-leader", "coordinator")
_MINE = Is("account_id", OfActor("account"))
_MY_AGENCYS = In("agency_id", OfActor("agencies"))
_NOW = (Begun("since"), Lasts("until"))

WORKS_ON_IT = Ground(Said(_("works on the case")), Exists("members", Both((_MINE, _MY_AGENCYS, *_NOW))))
LEADS_IT = Ground(
    Said(_("leads the case for the agency that owns it")),
    Exists("members", Both((_MINE, _MY_AGENCYS, Is("leads", True), Is("of_owner", True), *_NOW))),
)
WORKS_FOR_OWNER = Ground(
    Said(_("works on the case for the agency that owns it")),
    Exists("members", Both((_MINE, _MY_AGENCYS, Is("of_owner", True), *_NOW))),
)
LEADS_FOR_AGENCY = Ground(
    Said(_("leads the case for an agency that takes part")),
    Exists("members", Both((_MINE, _MY_AGENCYS, Is("leads", True), *_NOW))),
)
LEADS_CASEWORK = Ground(
    Said(_("leads casework in an agency that takes part")),
    Exists("participants", Both((In("agency_id", AgenciesAs(LEADERS)), *_NOW))),
)
BROKE_THE_GLASS = Ground(
    Said(_("opened it for a reason that could not wait")), Exists("broken_glass", Both((_MINE, _MY_AGENCYS, *_NOW)))
)
COULD_BREAK_THE_GLASS = Ground(
    Said(_("works with cases in an agency that takes part")),
    Exists("participants", Both((In("agency_id", AgenciesAs(CASE_ROLES)), *_NOW))),
)
PRIVACY_OFFICER = Ground(
    Said(_("is data protection officer of the agency that owns it")), In("owner_id", AgenciesAs(("privacy-officer",)))
)
SETTLES_FOR_OWNER = Ground(Said(_("leads casework in the agency that owns it")), In("owner_id", AgenciesAs(LEADERS)))
HAS_A_CONFLICT = Ground(Said(_("is too close to the case")), Exists("conflicts", _MINE))
IS_SEALED = Ground(
    Said(_("another agency has sealed it")), Exists("seals", Both((Is("until", None), Not(_MY_AGENCYS))))
)

# Opening a seal is for the agency that set it: a leader of casework elsewhere has no say, wherever else they work.
LEADS_CASEWORK_OF_SEAL = Ground(
    Said(_("leads casework in an agency that takes part")),
    Exists("seals", Both((Is("until", None), In("agency_id", AgenciesAs(LEADERS))))),
)

# Of a disclosure: what forbids its case forbids it, and whoever broke the glass reads it and does no more.
HAS_A_CONFLICT_THERE = Ground(HAS_A_CONFLICT.because, Of("case", HAS_A_CONFLICT.when))
IS_SEALED_THERE = Ground(IS_SEALED.because, Of("case", IS_SEALED.when))
_AT_WORK_THERE = Of("case", Either((WORKS_ON_IT.when, LEADS_CASEWORK.when)))
RECEIVED_IT = Ground(
    Said(_("works in the agency that received it")),
    Both(
        (
            In("receiver_id", OfActor("agencies")),
            Is("state", "given"),
            Begun("given_at"),
            Lasts("expires_at"),
            Of("case", Either((WORKS_ON_IT.when, BROKE_THE_GLASS.when))),
        )
    ),
)
MAY_APPROVE_IT = Ground(
    Said(_("leads casework in the agency that discloses, and has not decided it")),
    Both(
        (
            In("giver_id", AgenciesAs(LEADERS)),
            Is("state", "waiting"),
            Not(Is("decided_by_id", OfActor("account"))),
        )
    ),
)
GAVE_IT = Ground(
    Said(_("works with cases in the agency that gave it")),
    Both((In("giver_id", AgenciesAs(CASE_ROLES)), _AT_WORK_THERE)),
)
# A referral reaches an agency that takes no part in the case: there it is whoever receives referrals.
MUST_LET_GO = Ground(
    Said(_("works with cases in the agency that received it")),
    Either(
        (
            Both((In("receiver_id", AgenciesAs(CASE_ROLES)), _AT_WORK_THERE)),
            In("receiver_id", AgenciesAs(RECEIVERS)),
        )
    ),
)
# A search is the owner's own: whoever takes part for another agency, leads casework or broke the glass sees none of it.
WORKS_ON_ITS_CASE = Ground(
    WORKS_FOR_OWNER.because, Both((In("agency_id", OfActor("agencies")), Of("case", WORKS_FOR_OWNER.when)))
)
