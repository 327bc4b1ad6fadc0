"""Who has an inbox, who may read which message, and who may send one."""

from samvirke.foundation.words import Said, _
from samvirke.registers.outbox.models.message import TO_ACCOUNT, TO_AGENCY
from samvirke.trust.access.common import OPERATES_THE_MACHINE, takes_part
from samvirke.trust.access.grounds import AgenciesAs, Anything, Both, Either, Ground, In, Is, OfActor
from samvirke.trust.access.rules import rule
from samvirke.trust.identity.models.affiliation import ROLES

_IN_THE_ROLE = tuple(Both((Is("to_role", role), In("to_id", AgenciesAs((role,))))) for role in ROLES)
_FOR_THEM = Ground(Said(_("is whom it was sent to")), Both((Is("to_kind", TO_ACCOUNT), Is("to_id", OfActor("id")))))
_FOR_THEIR_POST = Ground(
    Said(_("holds the post it was sent to")),
    Both(
        (
            Is("to_kind", TO_AGENCY),
            Either((Both((Is("to_role", ""), In("to_id", OfActor("agencies")))), *_IN_THE_ROLE)),
        )
    ),
)
# Whoever acts may tell of it: the deed around it was permitted by a rule of its own, and no page sends messages.
_TELLS_OF_A_DEED = Ground(Said(_("tells of what they were permitted to do")), Anything())

rule("outbox.open", takes_part("district_id"))
rule("outbox.read", _FOR_THEM, _FOR_THEIR_POST)
rule("outbox.mark-read", _FOR_THEM, _FOR_THEIR_POST)
rule("outbox.post", _TELLS_OF_A_DEED)
rule("outbox.deliver", OPERATES_THE_MACHINE)
