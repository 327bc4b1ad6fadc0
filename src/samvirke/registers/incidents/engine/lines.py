"""Finds the line of the file on which each row of the table stands, and sees to it that no row has been passed over."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.opened import Opened
from samvirke.registers.incidents.engine.rules import REASONS

_CHUNK = 1 << 20
_LONG = 2_000_000
_HEADER = 1

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Broken:
    """Lines that are no rows: their line (right as long as no text runs over lines), first byte, and kind."""

    line: Numbers
    at: Numbers
    kind: NDArray[np.uint8]


def count_lines(opened: Opened) -> int:
    """The lines of a CSV file, read to its end. Raises `Refused` when it is packed and its end is missing."""
    mark, count, last = b"\n", 0, b"\n"
    for number, chunk in enumerate(opened.chunks(_CHUNK)):
        if number == 0 and mark not in chunk:
            mark = b"\r"
        count, last = count + chunk.count(mark), chunk[-1:]
    return count + (last != mark)


def lines_of(
    rows: Numbers, read: int, broken: Broken, lines: int, opened: Opened, mapping: Mapping
) -> tuple[Numbers, Numbers]:
    """The lines (from 1) of some of the `read` good rows (numbered from 0, ascending), and of the broken ones.

    As a rule a row is a line and counting is enough. Where text runs over several lines, or lines are empty, the
    file is read again, by another reader. Raises `Refused` when the two do not see the same number of rows.
    """
    if opened.kind == "parquet":
        return rows + 1, broken.line
    if lines == _HEADER + read + len(broken.line):
        is_row = np.ones(lines, dtype=bool)
        is_row[:_HEADER] = is_row[broken.line - 1] = False
        return np.flatnonzero(is_row)[rows] + 1, broken.line
    return _read_again(rows, read, broken, opened, mapping)


def line_at(position: int, opened: Opened, mapping: Mapping) -> int:
    """The line on which a row begins whose first byte, or the empty lines before it, stand at a position."""
    with opened.text(mapping.encoding) as file:
        counted = _Counted(file)
        for number, line in enumerate(counted, start=1):
            if counted.at > position and line.strip("\r\n"):
                return number
    return 1


def _read_again(rows: Numbers, read: int, broken: Broken, opened: Opened, mapping: Mapping) -> tuple[Numbers, Numbers]:
    wanted, breaks = iter([*rows.tolist(), -1]), iter([*broken.at.tolist(), sys.maxsize])
    row, at = next(wanted), next(breaks)
    lines: list[int] = []
    broken_lines: list[int] = []
    seen, longest = 0, (0, 0)
    for line, start, end in _records(opened, mapping):
        longest = max(longest, (end - start, line))
        if at <= start:
            broken_lines.append(line)
            at = next(breaks)
            continue
        if seen == row:
            lines.append(line)
            row = next(wanted)
        seen += 1
    if seen != read or at != sys.maxsize:
        raise _passed_over(opened, read + len(broken.at), seen + len(broken_lines), *longest)
    return np.array(lines, dtype=np.int64), np.array(broken_lines, dtype=np.int64)


def _records(opened: Opened, mapping: Mapping) -> Iterator[tuple[int, int, int]]:
    """Line, first byte and the byte after the last, of every row that is not empty."""
    csv.field_size_limit(sys.maxsize)
    with opened.text(mapping.encoding) as file:
        counted = _Counted(file)
        reader = csv.reader(counted, delimiter=mapping.delimiter)
        next(reader)
        line, start = reader.line_num + 1, counted.at
        for cells in reader:
            if cells:
                yield line, start, counted.at
            line, start = reader.line_num + 1, counted.at


class _Counted:
    """The lines of a text, and how many bytes of UTF-8 have been handed out."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines, self.at = lines, 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.at += len(line.encode("utf-8", "surrogateescape"))
            yield line


def _passed_over(opened: Opened, read: int, seen: int, length: int, line: int) -> Refused:
    if length > _LONG:
        reason = REASONS["too-long"]
        return Refused.because(reason.what, reason.remedy, file=opened.path.name, line=line)
    what = Said(_("Of {seen} rows only {read} could be told apart."), {"seen": seen, "read": read})
    return Refused.because(what, _("Export it again as CSV in UTF-8."), file=opened.path.name)
