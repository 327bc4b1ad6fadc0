"""Who may look at the trail: the data protection officers at their own agency's deeds, the operator at the whole."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, at_work, in_office
from samvirke.trust.access.grounds import Ground, Is, OfActor
from samvirke.trust.access.rules import forbid, rule

_OFFICER = "privacy-officer"
_OF_THE_AGENCY = at_work(_("is data protection officer of the agency that did it"), "agency", _OFFICER)

rule("audit.checkpoint", OPERATES_THE_MACHINE)
rule("audit.export", OPERATES_THE_MACHINE)
rule("audit.extract", _OF_THE_AGENCY, OPERATES_THE_MACHINE)
rule("audit.review", in_office(_("is data protection officer in the district"), "id", _OFFICER))
rule("audit.review-deed", _OF_THE_AGENCY)
forbid("audit.review-deed", Ground(Said(_("did it themself")), Is("actor", OfActor("id"))))
