"""How long the trail is kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

_FIVE_YEARS = 5 * 365

keep("audit.line", _("The chain holds no persons and proves itself only when it is whole."))
keep("audit.head", _("The end of the chain."))
keep(
    "audit.subject",
    _("Whom the lines concern is kept for as long as the names behind them."),
    days=_FIVE_YEARS,
    counted_from="at",
)
keep("audit.side", _("Names behind the lines are kept for five years."), days=_FIVE_YEARS, counted_from="at")
