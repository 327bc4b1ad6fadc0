"""How long those harmed have waited (ventetid for forurettede), those who still wait among them."""

from samvirke.foundation.words import _
from samvirke.registers.incidents.engine.sheet_kind import Column, SheetKind

SHEET = SheetKind(
    name="victim-waits",
    version=1,
    title=_("Waits of those harmed"),
    about=_("A row a case: how many days went until it was handled, or have gone so far."),
    columns=(
        Column("day", "day", _("The day on which the report came")),
        Column("service", "label", _("What was waited for, such as “first talk” or “decision”")),
        Column("days", "amount", _("Days until it was done, or so far")),
        Column("over", "yes", _("Whether it is done: 1, or 0 while it goes on")),
    ),
    dated="day",
    never=_("Case numbers, names and what happened."),
)
