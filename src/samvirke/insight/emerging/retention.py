"""How long emerging signals are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_LEARNT = _("How often a signal was real, and how often it was not, is what the promise is held to.")

keep("emerging.signal", _LEARNT)
keep("emerging.sighting", _LEARNT)
keep("emerging.look", _("A week that was looked through and held nothing counts as much as one that did."))
keep("emerging.budget", _("Says how many false alarms were accepted, and who decided it."))
