"""How long studies are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep(
    "studies.study",
    _("A study of places and times is of use as long as a plan may point to it."),
    days=5 * 365,
    counted_from="asked_at",
)
