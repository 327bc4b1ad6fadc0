"""How long places are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_PUBLIC = _("Places are public facts.")

keep("places.district", _PUBLIC)
keep("places.municipality", _PUBLIC)
keep("places.area", _PUBLIC)
keep("places.town", _PUBLIC)
keep("places.boundaryversion", _("A map names the borders that it was drawn with."))
keep("places.boundary", _("A map names the borders that it was drawn with."))
keep("places.denominator", _("A rate names what it was divided by."))
