"""How long locked squares are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("tiles.locked", _("What the map has shown once limits what it may show later. It holds counts, no persons."))
