"""How long deployments are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_LEARNT = _("Where people were sent, why, and what was found is what the next plan learns from.")

keep("deployments.deployment", _LEARNT)
keep("deployments.finding", _LEARNT)
keep("deployments.steptaken", _LEARNT)
keep("deployments.unit", _("Says which unit was sent; it names no persons."))
keep("deployments.target", _("Says what the district set out to reach, and who decided it."))
