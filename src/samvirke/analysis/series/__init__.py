"""Which offences belong together? Pairs weighed by evidence that solved series have taught, and groups of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import Figure, Result, Table, analysis, refuse_unless, vega
from samvirke.analysis.series.columns import known_series, names_of, offences_of
from samvirke.analysis.series.model import DISTANCES, Component, fitted
from samvirke.analysis.series.parameters import Parameters
from samvirke.foundation.words import Said, _

__all__ = ["Pair", "Parameters", "Series", "series"]

WORDS = {
    "spatial": _("distance, km"),
    "temporal": _("days between"),
    "tod": _("hours of the day between"),
    "dow": _("weekdays between"),
}


@dataclass(frozen=True)
class Piece:
    """One piece of a pair's evidence: what was found, and the logarithm of the Bayes factor that it adds."""

    name: str
    value: float
    log_bayes_factor: float


@dataclass(frozen=True)
class Pair:
    """Two offences, how much speaks for one series, and why."""

    first: str
    second: str
    bayes_factor: float
    log_bayes_factor: float
    why: tuple[Piece, ...]


@dataclass(frozen=True)
class Series(Result):
    """The strongest pairs, groups of offences, and the weights that solved series have taught.

    A Bayes factor of 20 says: what is seen is twenty times as likely if both belong to one series as if they do
    not. It is not the odds that they do, for among all pairs hardly any belong together. `series_sizes` tells how
    many solved series have how many offences. `strong` pairs are all
    with at least the logarithm asked for; `pairs` holds as many of them as were asked for, `explained` the pair
    that was asked for by name.
    """

    n: int
    compared: int
    strong: int
    linked: int
    series_sizes: Mapping[int, int]
    pairs: tuple[Pair, ...]
    clusters: tuple[tuple[str, ...], ...]
    explained: Pair | None
    model: tuple[Component, ...]

    def table(self) -> Table:
        """The pairs, each with its evidence."""
        shown = self.pairs if self.explained is None else (self.explained, *self.pairs)
        names = [each.name for each in self.model]
        head = (_("offence"), _("other offence"), _("Bayes factor"))
        columns = (*(Said(each) for each in head), *(Said(WORDS[each]) if each in WORDS else each for each in names))
        rows: list[tuple[str | Said, ...]] = [
            (
                each.first,
                each.second,
                Figure(number=each.bayes_factor),
                *(Figure(number=piece.value, decimals=1 if piece.name in WORDS else 0) for piece in each.why),
            )
            for each in shown
        ]
        return Table(columns, tuple(rows))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """What each piece of evidence weighs, bin by bin."""
        title = Said(_("Weight of the evidence (logarithm of the Bayes factor)")).text(language)
        rows = [
            {"evidence": each.name, "bin": at, "weight": weight}
            for each in self.model
            for at, weight in enumerate(each.log_bayes_factor)
        ]
        encoding = {
            "x": {"field": "bin", "type": "ordinal", "title": None},
            "y": {"field": "weight", "type": "quantitative", "title": title},
            "facet": {"field": "evidence", "type": "nominal", "columns": 4, "title": None},
        }
        return vega(rows, title, mark="bar", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """How many pairs were compared, and how few solved ones have taught the weights."""
        known = {"compared": Figure(number=self.compared), "strong": Figure(number=self.strong)}
        found = [
            Said(
                _(
                    "{compared} pairs were compared and {strong} are listed as strong; among so many, strong ones also "
                    "arise by chance. Look at why, not only at how much."
                ),
                known,
            ),
            Said(
                _("The weights come from {count} linked pairs of solved offences."),
                {"count": Figure(number=self.linked)},
            ),
        ]
        return tuple(found)


@analysis(
    name="series",
    question=_("Which offences belong together?"),
    method=_("Bayes factors of pairs, learned from solved series; hierarchical groups"),
    caution=_(
        "A pair is a reason to read two files side by side, never evidence against anybody. The weights repeat how "
        "offences were solved: series that are never solved cannot teach."
    ),
    reference="Porter 2014; Porter & Reich 2012 (R crimelinkage)",
    may_miss=("end", "series", "manner"),
    several="manner",
    example="incidents.csv --time time --series place",
)
def series(
    x: ArrayLike,
    y: ArrayLike,
    time: ArrayLike,
    end: ArrayLike | None = None,
    manner: Mapping[str, ArrayLike] | Sequence[ArrayLike] | None = None,
    incident: ArrayLike | None = None,
    series: Sequence[Any] | None = None,
    parameters: Parameters | None = None,
) -> Series:
    """Pairs and groups of offences at (x, y) metres between `time` and `end`, done in some `manner`.

    `series` says of solved offences to which series they belong: none, a label, or a tuple of labels. It is read to
    learn from and to leave solved pairs out, and is never told again. `incident` names the rows; else they are
    numbered from 1.
    """
    chosen = parameters or Parameters()
    held, kinds = offences_of(x, y, time, end, manner)
    names = names_of(incident, held.x.size)
    # numba takes a second to load; importing the analysis alone does not need it.
    from samvirke.analysis.series.compare import clusters, strong_pairs
    from samvirke.analysis.series.solved import training

    taught = training(known_series(series, held.x.size), held.middle, chosen.within_days)
    found = held.evidence(taught.first, taught.second)
    model = tuple(
        fitted(name, found[:, at], taught.weight, taught.linked, chosen.bins * (at < len(DISTANCES)), chosen.freedom)
        for at, name in enumerate((*DISTANCES, *kinds))
    )
    rows = np.flatnonzero(~taught.solved) if chosen.compare == "unsolved" else np.arange(names.size)
    rows = rows[np.argsort(held.middle[rows], kind="stable")]
    some = held.only(rows)
    strong = strong_pairs(some, model, least=chosen.least, within_days=chosen.within_days, most=int(chosen.most_pairs))
    groups = clusters(some, model, strong, linkage=chosen.linkage, cut=chosen.cut, least=chosen.least)
    told = _Telling(held, model, names)
    top = slice(0, chosen.top)
    return Series(
        n=names.size,
        compared=strong.compared,
        strong=strong.score.size,
        linked=taught.linked,
        series_sizes=taught.sizes,
        pairs=told.pairs(rows[strong.first[top]], rows[strong.second[top]]),
        clusters=tuple(tuple(names[np.sort(rows[each])].tolist()) for each in groups),
        explained=told.explained(chosen.explain),
        model=model,
    )


@dataclass(frozen=True)
class _Telling:
    """Tells of pairs why they are strong or weak."""

    held: Any
    model: tuple[Component, ...]
    names: np.ndarray[Any, np.dtype[np.str_]]

    def pairs(self, first: Any, second: Any) -> tuple[Pair, ...]:
        values = self.held.evidence(first, second)
        return tuple(self._pair(int(i), int(j), row) for i, j, row in zip(first, second, values, strict=True))

    def explained(self, pair: str) -> Pair | None:
        asked = [each.strip() for each in pair.split(",") if each.strip()]
        if not asked:
            return None
        where = [np.flatnonzero(self.names == each) for each in asked]
        refuse_unless(
            len(asked) == 2 and all(each.size == 1 for each in where),
            _("“{pair}” is not a pair of offences."),
            _("Give two names of rows with a comma between them."),
            key="explain",
            pair=pair,
        )
        return self.pairs(where[0], where[1])[0]

    def _pair(self, i: int, j: int, values: Any) -> Pair:
        why = tuple(
            Piece(each.name, float(value), each.log_bayes_factor[each.bin(float(value))])
            for each, value in zip(self.model, values, strict=True)
        )
        total = math.fsum(piece.log_bayes_factor for piece in why)
        return Pair(str(self.names[i]), str(self.names[j]), math.exp(total), total, why)
