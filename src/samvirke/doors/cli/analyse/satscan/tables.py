"""SaTScan's data files: words with spaces between them, one record a line."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samvirke.doors.cli.analyse.satscan import dates
from samvirke.doors.cli.analyse.satscan.parameters import Asked
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _, said


@dataclass(frozen=True)
class Record:
    """One line of a data file."""

    path: Path
    line: int
    words: list[str]

    def refusal(self, what: str | Said, remedy: str) -> Refused:
        """A refusal that names the file and the line."""
        return Refused(Fault(said(what), said(remedy), file=str(self.path), line=self.line))

    def word(self, at: int, what: str) -> str:
        """One word, which must be there."""
        if at >= len(self.words):
            raise self.refusal(
                Said(_("There is no {what}."), {"what": what}), _("Give the columns that SaTScan asks for.")
            )
        return self.words[at]

    def number(self, at: int, what: str, whole: bool = False) -> float:
        """One word as a number."""
        text = self.word(at, what)
        try:
            found = float(text)
        except ValueError:
            found = math.nan
        if not math.isfinite(found) or (whole and (found != int(found) or found < 0)):
            raise self.refusal(
                Said(_("“{value}” is not a number that can be a {what}."), {"value": text, "what": what}),
                _("Mend the value."),
            )
        return found


@dataclass(frozen=True)
class Count:
    """Cases or controls at a place on a day, of a group of people."""

    place: str
    number: int
    day: int
    group: tuple[str, ...]
    record: Record


def records(path: Path) -> Iterator[Record]:
    """The records of a file; empty lines are none."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    for line, content in enumerate(text.splitlines(), 1):
        words = _words(content)
        if words:
            yield Record(path, line, words)


def _words(content: str) -> list[str]:
    """Words between spaces, tabs or commas of spreadsheets; quotes keep a name of several words together."""
    found, quoted = [], content.split('"')
    for at, part in enumerate(quoted):
        found += [part] if at % 2 else part.split()
    return found


def coordinates(asked: Asked, name: str) -> dict[str, tuple[float, ...]]:
    """Where each place is: x, y and perhaps more, or longitude and latitude."""
    found: dict[str, tuple[float, ...]] = {}
    degrees = asked["CoordinatesType"] == "1"
    for record in records(asked.file(name)):
        size = 3 if degrees else len(record.words)
        here = tuple(record.number(at, "coordinate") for at in range(1, max(size, 3)))
        if degrees:
            if abs(here[0]) > 90 or abs(here[1]) > 360:
                raise record.refusal(_("These are no degrees."), _("Give latitude, then longitude."))
            here = here[::-1]
        if found.setdefault(record.words[0], here) != here:
            what = Said(_("The place “{name}” lies in more than one spot."), {"name": record.words[0]})
            raise record.refusal(what, _("Give each place one pair of coordinates."))
        if len(here) != len(next(iter(found.values()))):
            raise record.refusal(_("This line has more or fewer coordinates than the first."), _("Mend the value."))
    return found


def grid(asked: Asked) -> list[tuple[float, ...]]:
    """The centres of a grid file, which has no names."""
    degrees, found = asked["CoordinatesType"] == "1", []
    for record in records(asked.file("GridFile")):
        here = tuple(record.number(at, "coordinate") for at in range(2 if degrees else len(record.words)))
        found.append(here[::-1] if degrees else here)
    return found


def counts(asked: Asked, name: str, period: tuple[int, int], places: dict[str, int] | None) -> list[Count]:
    """The records of a case or control file, each checked; with relaxed checks those outside are left out."""
    precision, found = int(asked["PrecisionCaseTimes"]), []
    for record in records(asked.file(name)):
        place = record.words[0]
        number = int(record.number(1, "count", whole=True)) if len(record.words) > 1 else 1
        day = period[0] if precision == dates.NONE else _day(record, precision, period)
        if places is not None and place not in places:
            if asked["GeographicalCoordinatesCheckType"] == "1":
                continue
            what = Said(_("The place “{name}” is not in the coordinates file."), {"name": place})
            raise record.refusal(
                what, _("Add it there, or set GeographicalCoordinatesCheckType=1 to leave such lines out.")
            )
        if not period[0] <= day <= period[1]:
            if asked["StudyPeriodCheckType"] == "1":
                continue
            raise record.refusal(
                _("This day lies outside the study."),
                _("Mend it, or set StudyPeriodCheckType=1 to leave such lines out."),
            )
        group = tuple(record.words[2 + (precision != dates.NONE) :])
        found.append(Count(place, number, day, group, record))
    return found


def _day(record: Record, precision: int, period: tuple[int, int]) -> int:
    text = record.word(2, "date")
    if precision == dates.GENERIC:
        return int(record.number(2, "time"))
    start = dates.np.datetime64(period[0], "D").astype(object).year
    found = dates.written(text, start)
    if found is None or found.precision < precision:
        raise record.refusal(
            Said(_("“{value}” is not a date as exact as PrecisionCaseTimes says."), {"value": text}),
            _("Write year/month/day, or change the precision."),
        )
    if precision == dates.YEAR:
        return dates.Written(found.year, None, None).on(1, 1)
    return dates.Written(found.year, found.month, found.day if precision == dates.DAY else None).on(1, 1)
