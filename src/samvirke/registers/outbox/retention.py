"""How long messages are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_HALF_A_YEAR = 183

keep(
    "outbox.message",
    _("A message says that something happened; what happened is kept where it did."),
    days=_HALF_A_YEAR,
    counted_from="at",
)
keep("outbox.reading", _("Goes with its message."))
