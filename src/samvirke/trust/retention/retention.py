"""How long the mark of deletions is kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("retention.mark", _("It shows whether a restored database has caught up with what was deleted since."))
