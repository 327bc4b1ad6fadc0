"""Who gives and mends accounts, who signs in and how, and who answers for a district's legal bases."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office
from samvirke.trust.access.grounds import Ground, Has
from samvirke.trust.access.rules import rule
from samvirke.trust.identity.models.affiliation import ROLES

# Not the data protection officer, who advises on it and must not decide.
_ANSWERS_FOR_THE_LAW = in_office(_("is chief of police in the district"), "id", "chief")

# Of one's own account only: these commands take no other.
_WORKS_SOMEWHERE = Ground(Said(_("works in an agency today")), Has("roles", tuple(ROLES)))

rule("access.put-account", OPERATES_THE_MACHINE)
rule("access.link-account", OPERATES_THE_MACHINE)
rule("access.unlink-account", OPERATES_THE_MACHINE)
rule("access.end-sign-ins", OPERATES_THE_MACHINE)
rule("access.restart-account", OPERATES_THE_MACHINE)
rule("access.sign-in", _WORKS_SOMEWHERE)
rule("access.spend-code", _WORKS_SOMEWHERE)
rule("access.change-own-password", _WORKS_SOMEWHERE)
rule("access.put-code-app", _WORKS_SOMEWHERE)
rule("access.renew-recovery-codes", _WORKS_SOMEWHERE)
rule("access.drop-code-app", _WORKS_SOMEWHERE)
rule("access.put-passkey", _WORKS_SOMEWHERE)
rule("access.drop-passkey", _WORKS_SOMEWHERE)
rule("access.use-basis", OPERATES_THE_MACHINE, _ANSWERS_FOR_THE_LAW)
rule("access.leave-basis", OPERATES_THE_MACHINE, _ANSWERS_FOR_THE_LAW)
