"""The loops of comparing offences in pairs: how far apart in place, time, hour and weekday, and what that weighs."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from samvirke.analysis.kit.threads import in_parts, in_threads

SPATIAL, TEMPORAL, HOUR, WEEKDAY = range(4)
DAY, WEEK = 24.0, 168.0
# So many pairs at a time stay in the nearest memory while each piece of evidence is added to all of them. The loops
# over them have no branches: one instruction then does eight pairs.
_CHUNK = 256
# Rows are dealt out to so many pieces of work, one each in turn: later rows have fewer pairs.
_PIECES = 64


@njit(inline="always")
def _left(apart: float, turn: float) -> float:
    """The shorter way round a circle, with its direction."""
    return apart - turn * np.rint(apart / turn)


@njit(inline="always")
def _once(left: float, turn: float) -> float:
    """The integral from 0 of the shorter way round less its mean: a wave that comes back after a turn."""
    return left * abs(left) / 2 - turn * left / 4


@njit(inline="always")
def _twice(left: float, turn: float) -> float:
    """The integral of that: again a wave."""
    return left * left * (abs(left) / 6 - turn / 8)


@njit(error_model="numpy")
def circular(apart: float, one: float, other: float, turn: float) -> float:
    """The mean shorter way round between two even windows of these lengths that begin `apart` from each other."""
    a, b, c = _left(apart + one, turn), _left(apart, turn), _left(apart - other, turn)
    d = _left(apart + one - other, turn)
    both = (_twice(a, turn) - _twice(b, turn) + _twice(c, turn) - _twice(d, turn)) / (one * other)
    first, second = (_once(a, turn) - _once(b, turn)) / one, (_once(b, turn) - _once(c, turn)) / other
    point = abs(b) - turn / 4
    found = (both if other > 0 else first) if one > 0 else (second if other > 0 else point)
    return turn / 4 + (0.0 if max(one, other) >= turn else found)


@njit(error_model="numpy")
def straight(apart: float, one: float, other: float) -> float:
    """The mean distance of two even windows of these lengths, the first beginning `apart` after the second."""
    middle, both = apart + (one - other) / 2, one + other
    a, b, c, d = abs(apart + one), abs(apart - other), abs(apart), abs(apart + one - other)
    cubes = (a * a * a + b * b * b - c * c * c - d * d * d) / (6 * one * other)
    point = both / 4 + middle * middle / both
    return abs(middle) if abs(middle) >= both / 2 else (cubes if min(one, other) > 0 else point)


@njit(nogil=True, error_model="numpy")
def _kilometres(x: float, y: float, xs: Any, ys: Any, out: Any) -> None:
    for j in range(out.size):
        out[j] = np.sqrt((x - xs[j]) * (x - xs[j]) + (y - ys[j]) * (y - ys[j])) / 1000


@njit(nogil=True, error_model="numpy")
def _days(begin: float, one: float, start: Any, lasts: Any, out: Any) -> None:
    for j in range(out.size):
        out[j] = straight(begin - start[j], one, lasts[j]) / 24


@njit(nogil=True, error_model="numpy")
def _round(begin: float, one: float, start: Any, lasts: Any, turn: float, unit: float, out: Any) -> None:
    for j in range(out.size):
        out[j] = circular(begin - start[j], one, lasts[j], turn) / unit


@njit(nogil=True)
def _distance(v: int, where: Any, i: int, part: Any, out: Any) -> None:
    """One of the four distances of an offence to some others."""
    x, y, start, lasts = where
    if v == SPATIAL:
        _kilometres(x[i], y[i], x[part], y[part], out)
    elif v == TEMPORAL:
        _days(start[i], lasts[i], start[part], lasts[part], out)
    elif v == HOUR:
        _round(start[i], lasts[i], start[part], lasts[part], DAY, 1.0, out)
    else:
        _round(start[i], lasts[i], start[part], lasts[part], WEEK, 24.0, out)


@njit(cache=True, nogil=True)
def _evidence(where: Any, first: Any, second: Any, out: Any) -> None:
    for p in range(first.size):
        j = second[p]
        for v in range(4):
            _distance(v, where, first[p], slice(j, j + 1), out[p, v : v + 1])


def evidence(where: Any, first: Any, second: Any, out: Any) -> None:
    """`out[pair]`: the four distances of each pair. `where` is x, y, start, length."""
    in_parts(lambda part: _evidence(where, first[part], second[part], out[part]), first.size)


@njit(nogil=True)
def _weigh(values: Any, edges: Any, logs: Any, bins: int, weight: Any, total: Any) -> None:
    """Add to each total the weight of its bin: that of the last edge below the value."""
    weight[:] = logs[0]
    for k in range(bins - 1):
        edge, beyond = edges[k], logs[k + 1]
        for j in range(values.size):
            weight[j] = beyond if values[j] > edge else weight[j]
    for j in range(values.size):
        total[j] += weight[j]


@njit(nogil=True)
def _match(code: int, codes: Any, none: float, same: float, total: Any) -> None:
    for j in range(total.size):
        total[j] += same if codes[j] == code else none


@njit(nogil=True)
def _scores(where: Any, manner: Any, i: int, part: Any, model: Any, room: Any, total: Any) -> None:
    """The logarithm of the Bayes factor of an offence with some others."""
    edges, logs, bins = model
    values, weight = room[0, : total.size], room[1, : total.size]
    total[:] = 0
    for v in range(4):
        _distance(v, where, i, part, values)
        _weigh(values, edges[v], logs[v], bins[v], weight, total)
    for m in range(manner.shape[0]):
        _match(manner[m, i], manner[m, part], logs[4 + m, 0], logs[4 + m, 1], total)


@njit(cache=True, nogil=True)
def _count_strong(
    where: Any, manner: Any, until: Any, model: Any, least: float, strong: Any, rows: int, step: int
) -> None:
    for i in range(rows, until.size, step):
        room, found = np.empty((3, _CHUNK)), 0
        for j in range(i + 1, until[i], _CHUNK):
            stop = min(j + _CHUNK, until[i])
            total = room[2, : stop - j]
            _scores(where, manner, i, slice(j, stop), model, room, total)
            for k in range(stop - j):
                found += total[k] >= least
        strong[i] = found


def count_strong(where: Any, manner: Any, until: Any, model: Any, least: float, strong: Any) -> None:
    """`strong[i]`: with how many of i + 1 to before `until[i]` the factor's logarithm is `least` or more."""
    in_threads(lambda piece: _count_strong(where, manner, until, model, least, strong, piece, _PIECES), _PIECES)


@njit(cache=True, nogil=True)
def _list_strong(
    where: Any, manner: Any, until: Any, model: Any, least: float, offsets: Any, out: Any, rows: int, step: int
) -> None:
    first, second, score = out
    for i in range(rows, until.size, step):
        room, at = np.empty((3, _CHUNK)), offsets[i]
        for j in range(i + 1, until[i] if offsets[i + 1] > at else i + 1, _CHUNK):
            stop = min(j + _CHUNK, until[i])
            total = room[2, : stop - j]
            _scores(where, manner, i, slice(j, stop), model, room, total)
            for k in range(stop - j):
                if total[k] >= least:
                    first[at], second[at], score[at] = i, j + k, total[k]
                    at += 1


def list_strong(where: Any, manner: Any, until: Any, model: Any, least: float, offsets: Any, out: Any) -> None:
    """Write those pairs and their logarithms where `offsets` has made room; out is (first, second, logarithm)."""
    given = (where, manner, until, model, least, offsets, out)
    in_threads(lambda piece: _list_strong(*given, piece, _PIECES), _PIECES)


@njit(cache=True, nogil=True)
def _all_scores(where: Any, manner: Any, model: Any, out: Any, rows: int, step: int) -> None:
    n = manner.shape[1]
    for i in range(rows, n, step):
        room, base = np.empty((2, _CHUNK)), i * n - i * (i + 1) // 2 - i - 1
        for j in range(i + 1, n, _CHUNK):
            stop = min(j + _CHUNK, n)
            _scores(where, manner, i, slice(j, stop), model, room, out[base + j : base + stop])


def all_scores(where: Any, manner: Any, model: Any, out: Any) -> None:
    """The logarithm of every pair, as a condensed matrix: row by row, above the diagonal."""
    in_threads(lambda piece: _all_scores(where, manner, model, out, piece, _PIECES), _PIECES)
