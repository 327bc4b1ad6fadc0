"""How long meetings are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_ARCHIVE = _("The meetings of a public council are kept for the archive.")

keep("meetings.meeting", _ARCHIVE)
keep("meetings.agendaitem", _ARCHIVE)
