"""How alike neighbours in a series are, and what that does to the error of a fit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers

_MOST_ALIKE, _HALVINGS = 0.97, 24


def alikeness(residual: Numbers, basis: Numbers) -> float:
    """The correlation of neighbours before the fit, from that of the residuals after it; below 0 counts as 0.

    A fit takes likeness out of its residuals, in short series a good part of it. So this is the correlation with
    which residuals would on average be as alike as these are. `basis` spans what was fitted, orthonormal.
    """
    seen = float(residual[1:] @ residual[:-1] / (residual @ residual))
    low, high = 0.0, _MOST_ALIKE
    if seen <= _expected(basis, low):
        return 0.0
    if seen >= _expected(basis, high):
        return high
    for _halving in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if seen > _expected(basis, middle) else (low, middle)
    return (low + high) / 2


def faded(values: Numbers, correlation: float) -> Numbers:
    """Every row, with all others added by how alike they are: neighbours' correlation to the power of the distance."""
    return _upto(values, correlation) + _upto(values[::-1], correlation)[::-1] - values


def degrees(basis: Numbers, correlation: float) -> tuple[float, float]:
    """The mean of the residuals' sum of squares for a variance of 1, and Satterthwaite's degrees of freedom."""
    n, alike = len(basis), faded(basis, correlation)
    inner = basis.T @ alike
    mean = n - float(np.trace(inner))
    apart = np.arange(1, n)
    everything = n + 2 * float(((n - apart) * correlation ** (2.0 * apart)).sum())
    return mean, mean**2 / (everything - 2 * float((alike**2).sum()) + float((inner**2).sum()))


def _upto(values: Numbers, correlation: float) -> Numbers:
    """Every row with those before it, each by how alike it is; twice as many rows with every step."""
    found, step = values.copy(), 1
    while step < len(values) and correlation**step > 0:
        found[step:] += correlation**step * found[:-step].copy()
        step *= 2
    return found


def _expected(basis: Numbers, correlation: float) -> float:
    """The mean likeness of residuals, by traces: neighbours' products over squares."""
    alike, beside = faded(basis, correlation), _beside(basis)
    inner = basis.T @ alike
    products = (len(basis) - 1) * correlation - 2 * (beside * alike).sum() + ((basis.T @ beside) * inner).sum()
    return float(products / (len(basis) - np.trace(inner)))


def _beside(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean of each row's two neighbours, halves at the ends."""
    found = np.zeros_like(values)
    found[1:] += values[:-1] / 2
    found[:-1] += values[1:] / 2
    return found
