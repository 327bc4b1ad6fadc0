"""How long publications are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("publications.publication", _("What citizens could read yesterday, they can look up tomorrow."))
