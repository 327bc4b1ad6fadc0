"""How long plans are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_PUBLIC = _("A published plan is public and is compared with those that follow.")
_MADE = _("How a public plan came about: who was asked, what they said and what came of it.")

keep("plan.plan", _PUBLIC)
keep("plan.edition", _PUBLIC)
keep("plan.section", _PUBLIC)
keep("plan.focusarea", _PUBLIC)
keep("plan.goal", _PUBLIC)
keep("plan.measure", _PUBLIC)
keep("plan.series", _PUBLIC)
keep("plan.point", _PUBLIC)
keep("plan.sectionversion", _MADE)
keep("plan.suggestion", _MADE)
keep("plan.comment", _MADE)
keep("plan.party", _MADE)
keep("plan.partychange", _MADE)
keep("plan.approval", _MADE)
keep("plan.readitem", _MADE)
keep("plan.consultation", _MADE)
keep("plan.consulted", _MADE)
