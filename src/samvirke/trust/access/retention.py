"""How long it is kept which legal bases a district used."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("access.basisinuse", _("It explains on what every earlier disclosure rested."))
