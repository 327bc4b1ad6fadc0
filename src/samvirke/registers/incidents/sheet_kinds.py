"""The declared kinds of table, one file each in `sheets/`."""

from __future__ import annotations

from functools import cache

from samvirke.foundation.folder import declarations
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents import sheets
from samvirke.registers.incidents.engine.sheet_kind import SheetKind


@cache
def all_sheet_kinds() -> dict[str, SheetKind]:
    """Every declared kind, by name."""
    return declarations(sheets, SheetKind)


def sheet_kind_called(name: str) -> SheetKind:
    """The kind of that name. Raises `Refused`, naming the nearest, when none is declared."""
    found = all_sheet_kinds().get(name)
    if found is None:
        raise none_such(Said(_("There is no kind of table called “{name}”."), {"name": name}), name, all_sheet_kinds())
    return found
