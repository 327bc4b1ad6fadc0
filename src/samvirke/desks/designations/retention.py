"""How long designations are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_LEARNT = _("Why a place was named, on what, and what came of it is what the next decision learns from.")

keep("designations.designation", _LEARNT)
keep("designations.evidence", _LEARNT)
keep("designations.review", _LEARNT)
keep("designations.steptaken", _LEARNT)
keep("designations.placement", _("Says why things stand where they stand, beside what was proposed."))
keep("designations.practice", _("Says by which rule and for how long places were named, and who decided it."))
keep("designations.problem", _LEARNT)
keep("designations.problemnote", _LEARNT)
keep("designations.problemlink", _LEARNT)
keep("designations.restrictedplan", _("Says who owns the paper and where it is kept; it holds none of its text."))
