"""Burglaries with their manner (indbrud med fremgangsmåde), some of them solved as series, also of other districts."""

from samvirke.foundation.words import _
from samvirke.registers.incidents.engine.sheet_kind import Column, SheetKind

SHEET = SheetKind(
    name="burglary-manners",
    version=1,
    title=_("Burglaries with their manner"),
    about=_(
        "A row a burglary, own and neighbours', as the police's analysts give it out. Solved series teach the rest."
    ),
    columns=(
        Column("from", "moment", _("The earliest time that it can have happened")),
        Column("until", "moment", _("The latest time")),
        Column("x", "square", _("East in metres, in the district's coordinates; kept to 100 m")),
        Column("y", "square", _("North in metres")),
        Column("district", "label", _("The police district that it was reported in")),
        Column("place", "label", _("The municipality or town, never an address")),
        Column("entry", "label", _("Where the way in was: door, window, cellar")),
        Column("tool", "label", _("How it was opened")),
        Column("series", "label", _("A number for the series, where it is solved"), may_be_empty=True),
    ),
    dated="from",
    never=_("Suspects, nationality, vehicles and addresses."),
)
