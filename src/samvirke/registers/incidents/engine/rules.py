"""Why a row is rejected: each reason with its words and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.words import _


@dataclass(frozen=True)
class Reason:
    """A reason by its code. `{value}` in the words is what the row says."""

    what: str
    remedy: str


REASONS = {
    "missing": Reason(_("The value is missing."), _("Fill it in at the source.")),
    "not-a-time": Reason(_("“{value}” is not a time."), _("Write times as 2024-06-30 13:45.")),
    "excel-serial": Reason(
        _("“{value}” is a day number from a spreadsheet, not a time."),
        _("Format the column as yyyy-mm-dd hh:mm in the spreadsheet and save as CSV again."),
    ),
    "has-zone": Reason(
        _("“{value}” carries a time zone, and the mapping reads the clock on the wall."),
        _("Export local times without a zone."),
    ),
    "before-1900": Reason(_("“{value}” lies before 1900."), _("Correct the year at the source.")),
    "in-the-future": Reason(_("“{value}” lies in the future."), _("Correct the date at the source.")),
    "ends-before-it-starts": Reason(
        _("“{value}” lies before the time the incident starts."), _("Swap or correct the two times.")
    ),
    "not-a-code": Reason(_("“{value}” is not a municipality code."), _("Write the official code, such as 730.")),
    "other-district": Reason(
        _("Municipality {value} does not belong to the source's district."),
        _("Import it under a source of its own district, or correct the code."),
    ),
    "not-a-number": Reason(
        _("“{value}” is not a coordinate."), _("Write metres or degrees with a point, or set decimal_comma.")
    ),
    "half-a-point": Reason(_("One of the two coordinates is missing."), _("Give both, or neither.")),
    "swapped": Reason(_("The coordinates “{value}” are swapped."), _("Put east (or longitude) in the first column.")),
    "outside-crs": Reason(
        _("The point “{value}” lies outside the area where the district's coordinate system holds."),
        _("Correct the coordinates, or the coordinate system in the mapping."),
    ),
    "outside-district": Reason(
        _("The point “{value}” lies outside the district."), _("Correct the coordinates at the source.")
    ),
    "far-from-municipality": Reason(
        _("The point “{value}” lies in the sea or far from the municipality of the row."),
        _("Correct the coordinates or the municipality at the source."),
    ),
    "too-few-columns": Reason(_("The row has too few columns."), _("Look for a missing separator.")),
    "too-many-columns": Reason(
        _("The row has too many columns."), _("Put text that holds the separator in quotation marks.")
    ),
    "too-long": Reason(_("The row is longer than 2 MB."), _("Take the long text out of the table.")),
}
