"""How long accounts and agencies are kept."""

from samvirke.foundation.words import _
from samvirke.trust.retention.kept import keep

keep("identity.agency", _("Agencies are public facts."))
keep("identity.agencydistrict", _("Agencies are public facts."))
keep("identity.account", _("The trail names accounts; they are closed, not deleted."))
keep("identity.affiliation", _("Who worked where explains the trail."))
