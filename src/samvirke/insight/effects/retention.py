"""How long designs and their estimates are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_LEARNT = _("What was tried here, how it was measured and what came of it is what the next plan learns from.")

keep("effects.design", _LEARNT)
keep("effects.change", _LEARNT)
keep("effects.estimate", _LEARNT)
