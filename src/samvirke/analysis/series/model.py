"""Learns from solved pairs how much each distance speaks for or against: bins, shrunk towards each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers

DISTANCES = ("spatial", "temporal", "tod", "dow")


@dataclass(frozen=True)
class Component:
    """One piece of evidence: for each bin (or for no match, match) the logarithm of its Bayes factor.

    `edges` are the ends of the bins, each bin without its lower end; below the first and above the last a value
    counts as in the first or the last bin. A manner has none.
    """

    name: str
    edges: tuple[float, ...]
    log_bayes_factor: tuple[float, ...]

    def bin(self, value: float) -> int:
        """The bin of a value; of a manner 1 for a match, else 0."""
        return int(np.searchsorted(self.edges[1:-1], value)) if self.edges else int(value)


def fitted(name: str, values: Numbers, weight: Numbers, linked: int, bins: int, freedom: float) -> Component:
    """A component from pairs of which the first `linked` belong together; `bins` of 0 for a manner."""
    edges = np.unique(np.quantile(values, np.linspace(0, 1, bins + 1))) if bins else np.zeros(0)
    edges = np.append(edges, edges) if edges.size == 1 else edges
    many = max(len(edges) - 1, 1) if bins else 2
    at = np.searchsorted(edges[1:-1], values) if bins else values.astype(np.int64)
    held = [np.bincount(at[part], weight[part], many).astype(np.float64) for part in _parts(linked)]
    shares = [_shrunk(each, freedom) for each in held]
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log(shares[0]) - np.log(shares[1])
    return Component(name, tuple(edges.tolist()), tuple(np.nan_to_num(logs, nan=0.0, posinf=50, neginf=-50).tolist()))


def _parts(linked: int) -> tuple[slice, slice]:
    return slice(0, linked), slice(linked, None)


def _shrunk(held: Numbers, freedom: float) -> Numbers:
    """Shares of bins after adding to each as much as leaves so many degrees of freedom (Porter)."""
    many = len(held)
    free = min(freedom, many - 1e-8)
    added = held.sum() / many * (many - free) / (free - 1) if many > 1 else 0.0
    return (held + added) / (held + added).sum()


def tables(components: tuple[Component, ...]) -> tuple[Numbers, Numbers, NDArray[np.int64]]:
    """Inner edges, logarithms, and how many bins there are, a row for each component, as the loops want them."""
    bins = np.array([len(each.log_bayes_factor) for each in components], np.int64)
    edges, logs = np.full((len(components), bins.max()), np.inf), np.zeros((len(components), bins.max()))
    for row, each in enumerate(components):
        edges[row, : max(len(each.edges) - 2, 0)] = each.edges[1:-1]
        logs[row, : bins[row]] = each.log_bayes_factor
    return edges, logs, bins
