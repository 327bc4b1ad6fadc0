"""How long what cases hold is kept: with the case, which is kept as its kind and its district say."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_WITH_ITS_CASE = _("It goes with its case, after the period of the kind of case.")

keep("casework.case", _("Each case says until when it is kept; the sweep of cases forgets it then."))
for _table in (
    "participant",
    "member",
    "conflict",
    "breakglass",
    "seal",
    "involved",
    "contribution",
    "ask",
    "disclosure",
    "referral",
    "tasktext",
    "event",
):
    keep(f"casework.{_table}", _WITH_ITS_CASE)
keep("casework.search", _WITH_ITS_CASE)
_WITH_ITS_SEARCH = _("It goes when its search ends, at the latest after the period that the district has entered.")
keep("casework.searchreport", _WITH_ITS_SEARCH)
keep("casework.searchpair", _WITH_ITS_SEARCH)
keep("casework.declaredtype", _("It explains every case that was opened under it, and names nobody."))
keep("casework.periodinuse", _("It explains why a case was kept as long as it was."))
keep("casework.tally", _("A count without persons, which the yearly series need."))
