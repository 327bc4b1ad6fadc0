"""How much harm was done? Counts times weights, with and without the single heaviest event."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import (
    Figure,
    Result,
    Table,
    amounts,
    analysis,
    asked,
    counts,
    labels,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class Parameters:
    """The weight of each offence, and where those weights come from: they are law and custom of one country."""

    weights: Mapping[str, float] = asked(_("Weights"), _("How much harm one offence of each kind does."))
    unit: str = asked(_("Unit"), _("What the weights count, for example days of imprisonment."))
    jurisdiction: str = asked(_("Jurisdiction"), _("Whose weights they are, for example England and Wales."))
    source: str = asked(_("Source of the weights"), _("Where they are published, and which version."), "")
    level: float = asked(_("Level"), _("How often such an interval holds the true sum."), 0.95)

    def __post_init__(self) -> None:
        refuse_unless(
            bool(self.unit.strip() and self.jurisdiction.strip()),
            _("The weights do not say their unit and jurisdiction."),
            _("Say both; weights of another country are never shown as our own."),
        )
        refuse_unless(bool(self.weights), _("There are no weights."), _("Give a weight for each kind of offence."))
        amounts(list(self.weights.values()), "weights")
        refuse_unless(
            0 < self.level < 1, _("The level is not between 0 and 1."), _("Give a share, such as 0.95."), key="level"
        )


@dataclass(frozen=True)
class Part:
    """What one kind of offence adds."""

    offence: str
    count: int
    weight: float
    harm: float


@dataclass(frozen=True)
class Harm(Result):
    """The sum of harm, its parts from the heaviest, and the sum without the single heaviest event.

    The interval is Fay and Feuer's for a weighted sum of Poisson counts: it never covers less than it says,
    and one rare, heavy event makes it as wide as it should be. A kind named with count 0 widens it too, since
    it might have happened; when no kind is named, every kind of the weights might.
    """

    n: int
    total: float
    interval: tuple[float, float]
    without_heaviest: float
    heaviest: str
    unit: str
    jurisdiction: str
    source: str
    parts: tuple[Part, ...]

    def table(self) -> Table:
        """A row for each kind of offence, then the sums."""
        head = (_("offence"), _("count"), _("weight"), _("harm"))
        sums = ((_("In all"), self.n, self.total), (_("Without the heaviest event"), self.n - 1, self.without_heaviest))
        rows: list[tuple[str | Said, ...]] = [
            (each.offence, Figure(number=each.count), Figure(number=each.weight, decimals=1), _one(each.harm))
            for each in self.parts
        ]
        rows += [(Said(words), Figure(number=max(count, 0)), "", _one(harm)) for words, count, harm in sums]
        return Table(tuple(Said(each) for each in head), tuple(rows))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """Bars of harm by kind of offence."""
        encoding = {
            "x": {"field": "harm", "type": "quantitative", "title": self.unit},
            "y": {"field": "offence", "type": "nominal", "sort": "-x", "title": None},
        }
        rows = [dataclasses.asdict(each) for each in self.parts]
        return vega(rows, Said(_("Harm")).text(language), mark="bar", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """Whose weights they are, and how sure the sum is."""
        whose = _("Weights of {jurisdiction}, in {unit}.")
        interval = _("The sum lies between {low} and {high} with chance alone.")
        ends = {"low": _one(self.interval[0]), "high": _one(self.interval[1])}
        return (Said(whose, {"jurisdiction": self.jurisdiction, "unit": self.unit}), Said(interval, ends))


@analysis(
    name="harm",
    question=_("How much harm was done?"),
    method=_("Sum of counts times weights"),
    caution=_("One rare, heavy event can outweigh all others. Read it beside the count, and never rank persons by it."),
    reference="Sherman, Neyroud & Neyroud 2016; Andersen & Mueller-Johnson 2018; Fay & Feuer 1997",
)
def harm(offence: ArrayLike, count: ArrayLike | None = None, parameters: Parameters | None = None) -> Harm:
    """The harm of offences by kind; without `count` a row is one offence. A kind without a weight is refused."""
    if parameters is None:
        raise TypeError("harm needs parameters: there are no weights for everyone")
    names, codes = labels(offence, "offence")
    many = np.ones(len(codes)) if count is None else counts(count, "count")
    same_length({"offence": codes, "count": many})
    totals = np.bincount(codes, many, len(names)).astype(np.float64)
    weights = _weights(names, parameters)
    heaviest = int(np.argmax(np.where(totals > 0, weights, -1.0))) if totals.any() else None
    total = float(totals @ weights)
    return Harm(
        n=int(totals.sum()),
        total=total,
        interval=_interval(totals, weights, max(weights.tolist() or parameters.weights.values()), parameters.level),
        without_heaviest=total if heaviest is None else total - float(weights[heaviest]),
        heaviest="" if heaviest is None else names[heaviest],
        unit=parameters.unit,
        jurisdiction=parameters.jurisdiction,
        source=parameters.source,
        parts=_parts(names, totals, weights),
    )


def _weights(names: list[str], parameters: Parameters) -> Numbers:
    unknown = [name for name in names if name not in parameters.weights]
    refuse_unless(
        not unknown,
        _("There is no weight for {names}."),
        _("Give each kind of offence a weight, or leave it out on purpose; it never counts as 0."),
        column="offence",
        names=", ".join(f"“{name}”" for name in unknown[:5]),
    )
    return np.array([parameters.weights[name] for name in names], float)


def _interval(totals: Numbers, weights: Numbers, most: float, level: float) -> tuple[float, float]:
    from scipy.special import gammaincinv  # late: scipy.special costs 0.1 s at start-up

    tail = (1 - level) / 2
    total, spread = float(totals @ weights), float(totals @ weights**2)
    if most == 0:
        return 0.0, 0.0
    low = gammaincinv(total**2 / spread, tail) * spread / total if total else 0.0
    wide, upper = spread + most**2, total + most
    return float(low), float(gammaincinv(upper**2 / wide, 1 - tail) * wide / upper)


def _parts(names: list[str], totals: Numbers, weights: Numbers) -> tuple[Part, ...]:
    rows = zip(names, totals.tolist(), weights.tolist(), strict=True)
    parts = [Part(name, int(many), weight, many * weight) for name, many, weight in rows]
    return tuple(sorted(parts, key=lambda part: (-part.harm, part.offence)))


def _one(value: float) -> Said:
    return Figure(number=value, decimals=1)
