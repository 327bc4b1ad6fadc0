"""How long imports and versions of the store are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("incidents.source", _("A source explains every figure made from it."))
keep("incidents.storeversion", _("A figure names the version it was made from; its files go a day after the next."))
keep("incidents.importrun", _("How a figure came about must be told for as long as it is used."))
keep("incidents.sheet", _("A figure names the version of the table it was made from; a row of it names nobody."))
