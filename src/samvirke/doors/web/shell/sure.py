"""How sure the source of a declared thing is, in words."""

from __future__ import annotations

from samvirke.foundation.words import _

SURE = {
    "H": _("read in the source itself"),
    "M": _("one secondary source"),
    "L": _("a weak source"),
    "mem": _("not confirmed by any source"),
}
