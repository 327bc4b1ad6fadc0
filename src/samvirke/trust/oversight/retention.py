"""How long it is kept what supervisors made of a deed."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep(
    "oversight.review",
    _("What a supervisor made of a deed is kept for as long as the names behind it."),
    days=5 * 365,
    counted_from="at",
)
