"""How long the queue remembers."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("jobs.job", _("A finished job is of no use after a quarter."), days=120, counted_from="finished_at")
