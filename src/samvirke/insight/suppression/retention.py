"""How long released figures are remembered."""

from samvirke.foundation.words import _
from samvirke.trust.retention.kept import keep

keep("suppression.released", _("What has been released once limits what may be released later."))
