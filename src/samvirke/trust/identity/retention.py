"""How long accounts, agencies and sign-ins are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("identity.agency", _("Agencies are public facts."))
keep("identity.agencydistrict", _("Agencies are public facts."))
keep("identity.account", _("The trail names accounts; they are closed, not deleted."))
keep("identity.affiliation", _("Who worked where explains the trail."))

_UNTIL_REMOVED = _("It opens until its owner or the operator removes it.")

keep("identity.codeapp", _UNTIL_REMOVED)
keep("identity.recoverycode", _UNTIL_REMOVED)
keep("identity.passkey", _UNTIL_REMOVED)
keep("identity.signinlink", _("It says whom an agency’s own sign-in speaks of, for as long as the account stands."))
keep("identity.signintry", _("Tries are counted for a quarter of an hour."), days=1, counted_from="at")

# The framework's own tables: of these only sessions are used, and one is past its time when it has run out.
_UNUSED = _("The framework’s own table; nothing is written in it.")

keep("sessions.session", _("A sign-in that has run out is of no use."), days=1, counted_from="expire_date")
keep("auth.group", _UNUSED)
keep("auth.permission", _UNUSED)
keep("contenttypes.contenttype", _UNUSED)
