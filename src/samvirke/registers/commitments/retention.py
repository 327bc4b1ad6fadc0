"""How long commitments are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_LEARNT = _("What was promised and what became of it is what the next plan learns from.")

keep("commitments.commitment", _LEARNT)
keep("commitments.fulfilment", _LEARNT)
keep("commitments.statusreport", _LEARNT)
keep("commitments.step", _LEARNT)
keep("commitments.lastvisit", _("Says what is new to somebody; it is overwritten by their next visit."))
keep("commitments.cadence", _("Says what was owed in a year, and who decided it."))
keep("commitments.school", _("What was done at a school stays with its name."))
