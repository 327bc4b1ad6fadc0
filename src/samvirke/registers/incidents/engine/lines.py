"""Finds the line of the file that a row of the table stands on."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable

import numpy as np

from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.opened import Opened, text_of

_CHUNK = 1 << 20


def lines_of(rows: list[int], opened: Opened, mapping: Mapping, broken: Iterable[int], count: int) -> list[int]:
    """The line (from 1) of each row (from 0, ascending), of a file with `count` good rows and some broken lines.

    As a rule a row is a line and counting is enough; only where text runs over several lines, or lines are empty,
    is the file read again.
    """
    if opened.kind == "parquet" or not rows:
        return [row + 1 for row in rows]
    skipped = sorted(broken)
    if _newlines(opened) in (count + len(skipped), count + len(skipped) + 1):
        return _counted(rows, skipped, count)
    return _read_again(rows, opened, mapping, set(skipped))


def _counted(rows: list[int], skipped: list[int], count: int) -> list[int]:
    lines = np.arange(2, count + len(skipped) + 2)
    good = np.setdiff1d(lines, np.asarray(skipped, dtype=lines.dtype), assume_unique=True)
    return [int(line) for line in good[np.asarray(rows)]]


def _newlines(opened: Opened) -> int:
    with opened.bytes() as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))


def _read_again(rows: list[int], opened: Opened, mapping: Mapping, skipped: set[int]) -> list[int]:
    csv.field_size_limit(sys.maxsize)
    wanted, found, row = set(rows), [], -1
    with text_of(opened, mapping.encoding) as file:
        reader = csv.reader(file, delimiter=mapping.delimiter)
        next(reader)
        line = reader.line_num + 1
        for cells in reader:
            if cells and line not in skipped:
                row += 1
                if row in wanted:
                    found.append(line)
                    if len(found) == len(wanted):
                        break
            line = reader.line_num + 1
    return found
