"""Who may see meetings, who prepares and records them, who closes them, and who reads what is closed."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.grounds import Both, DistrictsAs, Exists, Ground, In, Is, Not, Of, OfActor
from samvirke.trust.access.rules import rule

_KEEPERS = ("secretary", "coordinator")
_KEEPS = in_office(_("keeps the calendar of the district's councils"), "district_id", *_KEEPERS)
# A part of the system has no account, and somebody who does not sign in here is not everybody without one.
_IS_ME = Both((Not(Is("account_id", None)), Is("account_id", OfActor("account"))))
_ATTENDS = Ground(Said(_("is among those who attend the meeting")), Exists("attendances", _IS_ME))
_CHAIRS = Ground(Said(_("chairs the meeting")), Exists("attendances", Both((_IS_ME, Is("chairs", True)))))
_FOR_THE_CHAIR = Ground(
    Said(_("keeps the minutes for a chair who does not sign in here")),
    Both(
        (
            In("district_id", DistrictsAs(_KEEPERS)),
            Exists("attendances", Both((Is("chairs", True), Is("account_id", None)))),
        )
    ),
)
_WAS_ASKED = Ground(Said(_("was asked to read the agenda before it is sent")), _IS_ME)
_WAS_THERE = Ground(Said(_("was at the meeting and may vote there")), Of("attendance", _IS_ME))
_THEIR_OWN = Ground(Said(_("made the address for their own calendar")), _IS_ME)

rule("meetings.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("meetings.read-closed", _KEEPS, _ATTENDS)
rule("meetings.put", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.plan", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.prepare", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.comment", _WAS_ASKED)
rule("meetings.record", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.close", _CHAIRS, _FOR_THE_CHAIR)
rule("meetings.approve", _WAS_THERE)
rule("meetings.correct", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.forward", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.publish", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.withdraw", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.subscribe", takes_part("district_id"))
rule("meetings.unsubscribe", _THEIR_OWN)
rule("meetings.plan-learning", _KEEPS, OPERATES_THE_MACHINE)
rule("meetings.hold-learning", _KEEPS, OPERATES_THE_MACHINE)
