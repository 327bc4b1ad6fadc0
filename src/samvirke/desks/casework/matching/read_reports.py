"""Reads a list of reports that somebody brings, row by row; a fault names the row and never repeats what it says."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from samvirke.desks.casework.engine.clocks import years_after
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.registers.persons.cpr import parse

MOST_REPORTS, MOST_BYTES, _MOST_FAULTS = 2_000, 1_000_000, 20
# The names of the columns, ours first; any of them is understood, in capitals or not.
COLUMNS = {
    "source": ("source", "kilde"),
    "reference": ("number", "nummer", "reference", "journalnummer"),
    "on": ("date", "dato"),
    "given": ("first name", "fornavn"),
    "surname": ("surname", "efternavn"),
    "born": ("born", "født", "foedt", "fødselsdato"),
    "address": ("address", "adresse"),
    "postcode": ("postcode", "postnr", "postnummer"),
    "phone": ("telephone", "telefon", "tlf"),
    "cpr": ("cpr",),
}
_NEEDED = ("source", "reference", "on")
_LONGEST = {"source": 80, "reference": 80, "given": 100, "surname": 100, "address": 200, "postcode": 10}
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")


@dataclass(frozen=True)
class Report:
    """A report of the agency's own: where it stands, its day, and whom it is about. What happened is not taken in."""

    source: str
    reference: str
    on: date
    given: str = field(default="", repr=False)
    surname: str = field(default="", repr=False)
    born: date | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    cpr: str = field(default="", repr=False)


def read_file(content: bytes, first: date, last: date) -> list[Report]:
    """The reports of a CSV file, separated by semicolons, commas or tabs.

    Raises `Refused` with a fault for each row that cannot be used (the first twenty); then none is taken in.
    """
    if len(content) > MOST_BYTES:
        raise Refused.because(_("The file is larger than 1 MB."), _("Take out the columns that are not searched by."))
    text = _text(content)
    if not text.strip():
        raise Refused.because(_("The file is empty."), _("Choose a file with a head and a row for each report."))
    rows = _rows(text)
    head = rows[0][1]
    places = _places(head)
    if len(rows) - 1 > MOST_REPORTS:
        what = Said(_("The file has more than {most} reports."), {"most": MOST_REPORTS})
        raise Refused.because(what, _("Narrow the criterion: a search is about few, never about everybody."))
    reports, faults = [], list[Fault]()
    for line, cells in rows[1:]:
        given = {name: cells[at].strip() for name, at in places.items() if at < len(cells)}
        found, wrong = report_of(given, first, last, line)
        # By the name that the file itself gives the column.
        faults += [
            replace(one, column=head[places[one.column]].strip() if one.column in places else "") for one in wrong
        ]
        reports += [found] if found else []
    refuse_if_any(faults[:_MOST_FAULTS])
    if not reports:
        raise Refused.because(_("The file has a head and no report."), _("Choose a file with a row for each report."))
    return reports


def report_of(
    given: Mapping[str, str], first: date, last: date, line: int | None = None
) -> tuple[Report | None, list[Fault]]:
    """One report from its words by column, or everything that is wrong with it."""
    faults = [
        Fault(Said(_("It is missing.")), Said(_("Write it.")), line=line, column=name)
        for name in _NEEDED
        if not given.get(name)
    ]
    for name, most in _LONGEST.items():
        if len(given.get(name, "")) > most:
            what = Said(_("Write at most {most} characters."), {"most": most})
            faults.append(Fault(what, Said(_("Correct it.")), line=line, column=name))
        elif not given.get(name, "").isprintable():
            faults.append(_fault(line, name, _("It holds signs that cannot be read."), _("Correct it.")))
    on, born = _day(given, "on", line, faults), _day(given, "born", line, faults)
    phone, cpr = _phone(given, line, faults), _cpr(given, line, faults)
    if cpr:
        born = _agreed_birth(born, cpr, line, faults)
    if not any(given.get(name) for name in ("given", "surname", "cpr")):
        faults.append(_fault(line, "given", _("Nobody is named."), _("Write a name, or leave the report out.")))
    if on and not first <= on <= last:
        outside = _("The report lies outside the period of the search.")
        faults.append(_fault(line, "on", outside, _("Leave it out: it is not within what the search is for.")))
    elif on and born and not born <= on < years_after(born, 18):
        grown = _("Whom the report names was not a child under 18 that day.")
        faults.append(_fault(line, "born", grown, _("Leave it out: the search is about children.")))
    if faults or on is None:
        return None, faults
    words = {name: given.get(name, "") for name in _LONGEST}
    return Report(on=on, born=born, phone=phone, cpr=cpr, **words), []


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused.because(_("The file is not text."), _("Save it as CSV in UTF-8 and try again."))


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Each row that holds anything, with the line of the file that it ends on."""
    separator = max(";,\t", key=text.lstrip().partition("\n")[0].count)
    # Strict, so that a quotation mark that is never closed is found, however long a cell may be.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error:
        what = Said(_("The file cannot be read as a table from line {line} on."), {"line": reader.line_num})
        raise Refused.because(
            what, _("Save it as CSV again, and look for a quotation mark that is never closed.")
        ) from None


def _places(head: list[str]) -> dict[str, int]:
    named = {cell.strip().lower(): at for at, cell in enumerate(head)}
    places = {name: named[one] for name, known in COLUMNS.items() for one in known if one in named}
    missing = [known[0] for name, known in COLUMNS.items() if name in _NEEDED and name not in places]
    refuse_if_any(
        Fault(
            Said(_("The column is missing.")),
            Said(_("Name the columns as the page shows them.")),
            line=1,
            column=column,
        )
        for column in missing
    )
    return places


def _day(given: Mapping[str, str], name: str, line: int | None, faults: list[Fault]) -> date | None:
    written = given.get(name, "")
    if not written:
        return None
    parts: Iterable[str] = ()
    if found := _YEAR_FIRST.fullmatch(written):
        parts = found.groups()
    elif found := _DAY_FIRST.fullmatch(written):
        parts = found.groups()[::-1]
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, TypeError):
        faults.append(_fault(line, name, _("It is no date."), _("Write it like 2024-08-20 or 20-08-2024.")))
        return None


def _phone(given: Mapping[str, str], line: int | None, faults: list[Fault]) -> str:
    written = given.get("phone", "")
    digits = re.sub(r"^(00|\+)45", "", re.sub(r"[\s().-]", "", written)).lstrip("+")
    if written and not re.fullmatch(r"[0-9]{6,15}", digits):
        faults.append(_fault(line, "phone", _("It is no telephone number."), _("Write its digits, or leave it empty.")))
    return digits


def _cpr(given: Mapping[str, str], line: int | None, faults: list[Fault]) -> str:
    if not given.get("cpr"):
        return ""
    try:
        return parse(given["cpr"]).number
    except Refused as refusal:
        faults += [Fault(one.what, one.remedy, line=line, column="cpr") for one in refusal.faults]
        return ""


def _agreed_birth(born: date | None, cpr: str, line: int | None, faults: list[Fault]) -> date | None:
    told = parse(cpr).born
    if born and told and born != told:
        differs = _("The date of birth is not the one that the CPR number tells.")
        faults.append(_fault(line, "born", differs, _("Correct one of the two.")))
    return born or told


def _fault(line: int | None, column: str, what: str, remedy: str) -> Fault:
    return Fault(Said(what), Said(remedy), line=line, column=column)
