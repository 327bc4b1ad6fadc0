"""How long accounts and agencies are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("identity.agency", _("Agencies are public facts."))
keep("identity.agencydistrict", _("Agencies are public facts."))
keep("identity.account", _("The trail names accounts; they are closed, not deleted."))
keep("identity.affiliation", _("Who worked where explains the trail."))
