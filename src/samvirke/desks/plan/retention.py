"""How long plans are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_PUBLIC = _("A published plan is public and is compared with those that follow.")

keep("plan.plan", _PUBLIC)
keep("plan.edition", _PUBLIC)
keep("plan.section", _PUBLIC)
keep("plan.focusarea", _PUBLIC)
keep("plan.goal", _PUBLIC)
keep("plan.series", _PUBLIC)
keep("plan.point", _PUBLIC)
