"""Puts a table that is no list of incidents in place of the one before it."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.sheet_file import Columns
from samvirke.registers.incidents.models import Sheet
from samvirke.registers.incidents.sheet_kinds import sheet_kind_called
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("incidents.put-sheet", on="district")
def put_sheet(
    actor: Actor, *, district: District, kind: str, columns: Columns, source: str, invented: bool = False
) -> Sheet:
    """Write a table of a kind, read and checked before. Raises `Refused` without a source or with days to come."""
    declared = sheet_kind_called(kind)
    if not source.strip():
        raise Refused.because(_("It is not said where the table comes from."), _("Write it as it will be cited."))
    days = [date.fromisoformat(str(value)[:10]) for value in columns[declared.dated]]
    if max(days) > today():
        what = Said(_("The table runs to {day}, which lies ahead."), {"day": max(days)})
        raise Refused.because(what, _("Correct the days at the source."))
    before = Sheet.objects.filter(district=district, kind=kind).first()
    facts = {
        "number": before.number + 1 if before else 1,
        "source": source.strip(),
        "columns": columns,
        "rows": len(days),
        "first_day": min(days),
        "last_day": max(days),
        "frozen_on": today(),
        "invented": invented,
    }
    sheet, _made = Sheet.objects.update_or_create(district=district, kind=kind, defaults=facts)
    note(sheet, kind=kind, rows=len(days), number=sheet.number)
    return sheet
