"""How long commitments are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_LEARNT = _("What was promised and what became of it is what the next plan learns from.")

keep("commitments.commitment", _LEARNT)
keep("commitments.fulfilment", _LEARNT)
