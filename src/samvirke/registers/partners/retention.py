"""How long bodies, their seats and those who sit there are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_PUBLIC = _("Bodies and their seats are public facts.")
_HOLDER = _(
    "That somebody sat on a public council stays with its minutes. How they were reached goes when the period that the"
    " district has set has passed since they left."
)
_WHO_SAT = _("Who sat on a public council, and when, is kept for the archive with its minutes.")

keep("partners.body", _PUBLIC)
keep("partners.bodymunicipality", _PUBLIC)
keep("partners.seat", _PUBLIC)
keep("partners.seatholder", _HOLDER)
keep("partners.membership", _WHO_SAT)
keep("partners.election", _WHO_SAT)
keep("partners.cover", _WHO_SAT)
keep("partners.contactpoint", _WHO_SAT)
