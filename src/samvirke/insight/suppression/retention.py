"""How long released figures are remembered."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("suppression.released", _("What has been released once limits what may be released later."))
