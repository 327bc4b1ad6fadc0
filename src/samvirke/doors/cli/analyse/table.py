"""Reads columns of a file as arrays, and says which value of which line is not what it should be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import INPUTS
from samvirke.doors.cli.analyse.casts import cast, name, present
from samvirke.doors.cli.analyse.file import File
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _

Column = NDArray[Any]
Masked = np.ma.MaskedArray[Any, Any]
_MUST_BE = {
    "number": (_("“{value}” is not a number."), _("Mend the value; --decimal-comma reads 1.234,5 as a number.")),
    "instant": (_("“{value}” is not a time."), _("Write 2024-08-20 or 2024-08-20 13:45, or say how in --time-format.")),
    "label": (_("“{value}” is not a name."), _("Mend the value.")),
}
# A time may also be the number of a day.
_KINDS_TRIED = {"instant": ("instant", "number")}
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


def columns_of(
    file: File, wanted: Mapping[str, str], may_miss: Collection[str] = (), *, whole: bool = False
) -> tuple[dict[str, Column], int]:
    """The wanted columns (input: column of the file) by input, and how many incomplete rows were left out.

    In the inputs of `may_miss` an empty value is kept: as no time, no number or no name. Of rows that are to
    be `whole` none is left out.
    """
    unknown = [column for column in wanted.values() if column not in file.columns]
    if unknown:
        raise Refused(*(_no_column(file, column) for column in unknown))
    got = _fetch(file, wanted)
    found = {each: _values(file, column, _kind(each), got[each]) for each, column in wanted.items()}
    holes = {each: np.ma.getmaskarray(values) for each, values in found.items() if _input(each) not in may_miss}
    incomplete = np.logical_or.reduce(list(holes.values()))
    left_out = int(np.count_nonzero(incomplete))
    if left_out and not file.skip_missing:
        each = next(each for each, missing in holes.items() if missing.any())
        what = Said(_("Rows without a value here or in another column that is read: {count}."), {"count": left_out})
        fill = _("Fill them in: with rows left out this answer would be wrong. Where nothing happened, write 0.")
        skip = _("Fill them in, or leave them out with --skip-missing; the answer says how many were.")
        remedy = fill if whole else skip
        raise file.refusal(what, remedy, column=wanted[each])
    return {each: _kept(values, _input(each) in may_miss)[~incomplete] for each, values in found.items()}, left_out


def _kept(values: Masked, holes: bool) -> Column:
    """The values; where holes are kept, nothing stands in them, as its kind of column writes it."""
    held = np.ma.getdata(values)
    missing = np.ma.getmaskarray(values)
    if not holes or not missing.any():
        return held
    nothing = {"M": np.datetime64("NaT"), "f": np.nan}.get(held.dtype.kind)
    return np.where(missing, np.array(nothing, held.dtype if nothing is not None else object), held)


def _input(key: str) -> str:
    return key.partition(" ")[0]


def _kind(key: str) -> str:
    """The kind of an input; several columns for one input are numbered: “count 2”."""
    return INPUTS[_input(key)].kind


def _fetch(file: File, wanted: Mapping[str, str]) -> dict[str, dict[str, Masked]]:
    """For each input its values by kind, masked where they cannot be read, and where there is any value at all.

    One query, so that a row stays a row.
    """
    made = {
        (each, kind): cast(column, kind, file.decimal_comma, file.time_format)
        for each, column in wanted.items()
        for kind in _KINDS_TRIED.get(_kind(each), (_kind(each),))
    }
    made |= {(each, "present"): present(column) for each, column in wanted.items()}
    listed = ", ".join(f"{sql} AS {name(f'{each} {kind}')}" for (each, kind), sql in made.items())
    try:
        got = file.query(f"SELECT {listed} FROM {{source}}").fetchnumpy()
    except duckdb.Error as error:
        raise file.broken(error) from error
    found: dict[str, dict[str, Masked]] = {each: {} for each in wanted}
    for each, kind in made:
        found[each][kind] = np.ma.asarray(got[f"{each} {kind}"])
    return found


def _values(file: File, column: str, kind: str, got: Mapping[str, Masked]) -> Masked:
    here = np.ma.getdata(got["present"]).astype(bool)
    bad = here & np.ma.getmaskarray(got[kind])
    if not bad.any():
        return _sound_years(file, column, got[kind]) if kind == "instant" else _no_nan(got[kind])
    if kind == "instant" and not file.time_format and not (here & np.ma.getmaskarray(got["number"])).any():
        return _sound_days(file, column, _no_nan(got["number"]))
    raise _unreadable(file, column, kind, int(np.argmax(bad)))


def _no_nan(values: Masked) -> Masked:
    missing = np.ma.getmaskarray(values)
    if values.dtype.kind == "f":
        missing = missing | np.isnan(np.ma.getdata(values))
    return np.ma.array(np.ma.getdata(values), mask=missing)


def _sound_years(file: File, column: str, values: Masked) -> Masked:
    held = values.compressed()
    ends = [str(held.min()), str(held.max())] if held.size else []
    if any(not _FIRST_YEAR <= int(each[:4]) <= _LAST_YEAR for each in ends):
        raise file.refusal(
            Said(_("The times go from {first} to {last}."), {"first": ends[0], "last": ends[1]}),
            _("Say in --time-format how they are written, for example %d-%m-%y."),
            column=column,
        )
    return values


def _sound_days(file: File, column: str, values: Masked) -> Masked:
    """Day numbers are taken as they are, but a date without its hyphens is not one."""
    held = values.compressed()
    if held.size and held.min() >= _FIRST_YEAR * 10_000 and held.max() <= (_LAST_YEAR + 1) * 10_000:
        what = _("The times look like dates without hyphens.")
        raise file.refusal(what, _("Give --time-format %Y%m%d."), column=column)
    return values


def _unreadable(file: File, column: str, kind: str, row: int) -> Refused:
    value = file.query(f"SELECT {name(column)} FROM {{source}} LIMIT 1 OFFSET {row}").fetchone()
    what, remedy = _MUST_BE[kind]
    line = None if file.is_parquet else row + 1 + (not file.names)
    return file.refusal(Said(what, {"value": value[0] if value else ""}), remedy, line=line, column=column)


def _no_column(file: File, column: str) -> Fault:
    what = Said(_("There is no column “{name}”."), {"name": column})
    remedy = _("The columns are {names}; --names gives names to a file without a header.")
    return Fault(what, Said(remedy, {"names": ", ".join(file.columns)}), file=str(file.path))
