"""How long bodies and seats are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_PUBLIC = _("Bodies and their seats are public facts.")

keep("partners.body", _PUBLIC)
keep("partners.bodymunicipality", _PUBLIC)
keep("partners.seat", _PUBLIC)
