"""How long meetings are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_ARCHIVE = _("The meetings of a public council are kept for the archive.")
_LEARNT = _("What was taught, to which agencies, is kept for the next plan; it names nobody.")

keep("meetings.meeting", _ARCHIVE)
keep("meetings.agendaitem", _ARCHIVE)
keep("meetings.attendance", _ARCHIVE)
keep("meetings.conflict", _ARCHIVE)
keep("meetings.decision", _ARCHIVE)
keep("meetings.correction", _ARCHIVE)
keep("meetings.vote", _ARCHIVE)
keep("meetings.matter", _ARCHIVE)
keep("meetings.paper", _ARCHIVE)
keep("meetings.sentagenda", _ARCHIVE)
keep("meetings.approval", _ARCHIVE)
keep("meetings.madepublic", _ARCHIVE)
keep("meetings.consulted", _("It goes with its meeting; it shows how the agenda was prepared."))
keep("meetings.leftout", _("It goes with its meeting; it names a proposal and nobody."))
keep("meetings.calendaraddress", _("It shows which addresses were given out, and when each was withdrawn."))
keep("meetings.learning", _LEARNT)
keep("meetings.learningplace", _LEARNT)
keep("meetings.learningpart", _LEARNT)
