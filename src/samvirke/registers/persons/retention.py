"""How long people are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("persons.person", _("A person is forgotten with the last case that is about them."))
