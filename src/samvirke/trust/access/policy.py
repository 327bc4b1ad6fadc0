"""Who may give somebody an account, and who answers for a district's legal bases."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office
from samvirke.trust.access.rules import rule

# Not the data protection officer, who advises on it and must not decide.
_ANSWERS_FOR_THE_LAW = in_office(_("is chief of police in the district"), "id", "chief")

rule("access.put-account", OPERATES_THE_MACHINE)
rule("access.use-basis", OPERATES_THE_MACHINE, _ANSWERS_FOR_THE_LAW)
rule("access.leave-basis", OPERATES_THE_MACHINE, _ANSWERS_FOR_THE_LAW)
