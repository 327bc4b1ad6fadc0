"""Which junctions and stretches of road are worse than expected? Rules on counts, or Empirical Bayes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.black_spots.bayes import weighed
from samvirke.analysis.black_spots.rules import Spot, junctions, stretches
from samvirke.analysis.kit import (
    Figure,
    Result,
    Table,
    amounts,
    analysis,
    asked,
    check_choices,
    counts,
    labels,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import Said, _

METHODS = COUNTS, BAYES = ("counts", "empirical-bayes")
_LONGEST = 25


@dataclass(frozen=True)
class Parameters:
    """The rule or the model: whoever asks gives it, since neither is the same in two countries or two years."""

    years: float = asked(_("Years"), _("How many years the file covers."), example="5")
    method: str = asked(_("Method"), _("A rule on counts, or Empirical Bayes."), COUNTS, choices=METHODS)
    least: int = asked(_("Accidents"), _("From how many accidents a place is flagged; for counts."), 0, example="4")
    least_injured: int = asked(_("With injury"), _("How many of them must have hurt somebody; 0 for no such rule."), 0)
    metres: float = asked(_("Window"), _("Within how many metres of road they must lie; for stretches."), 0.0)
    constant: float = asked(_("Constant"), _("Expected a year (and kilometre) = constant × traffic ^ power."), 0.0)
    power: float = asked(_("Power"), _("The power of the traffic in that model."), 0.0)
    dispersion: float = asked(_("Dispersion"), _("Of the model, for a kilometre where lengths are given."), 0.0)
    certainty: float = asked(_("Certainty"), _("How sure it must be that a place is worse than expected."), 0.95)

    def __post_init__(self) -> None:
        check_choices(self)
        refuse_unless(
            0 < self.years < 200, _("The years are out of range."), _("Give the period of the file."), key="years"
        )
        refuse_unless(
            self.method != COUNTS or self.least > 0,
            _("There is no rule."),
            _("Say from how many accidents a place is flagged, as --least."),
            key="least",
        )
        refuse_unless(
            self.method != BAYES or 0 < self.dispersion < np.inf,
            _("The model has no dispersion."),
            _("Give the one that was estimated with the model, as --dispersion; it is never assumed."),
            key="dispersion",
        )
        sound = min(self.least_injured, self.metres, self.constant) >= 0 and 0 < self.certainty < 1
        refuse_unless(
            sound and bool(np.isfinite([self.metres, self.constant, self.power]).all()),
            _("Injuries, window, model or certainty are out of range."),
            _("None is negative, and the certainty lies between 0 and 1."),
            key="certainty",
        )


@dataclass(frozen=True)
class BlackSpots(Result):
    """The places, those that stand out first."""

    n: int
    method: str
    years: float
    rule: str
    flagged: int
    spots: tuple[Spot, ...]

    def table(self) -> Table:
        """A row for each of the places that stand out most."""
        words = (_("place"), _("metres"), _("accidents"), _("with injury"), _("expected"), "EB", "±", _("flagged"))
        return Table(tuple(Said(each) for each in words), tuple(_row(each) for each in self.spots[:_LONGEST]))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """Observed beside expected for those places."""
        rows = [
            {"place": _name(each), "accidents": amount, "kind": Said(kind).text(language)}
            for each in self.spots[:_LONGEST]
            for kind, amount in ((_("accidents"), each.observed), (_("expected"), each.expected), ("EB", each.eb))
            if amount is not None
        ]
        encoding = {
            "x": {"field": "accidents", "type": "quantitative", "title": Said(_("accidents")).text(language)},
            "y": {"field": "place", "type": "nominal", "sort": None, "title": None},
            "color": {"field": "kind", "type": "nominal", "title": None},
        }
        return vega(rows, Said(_("Black spots")).text(language), mark="point", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """The rule that was used, and how many of the flagged places are so by chance."""
        said = [Said(_("Rule: {rule}; {years} years."), {"rule": self.rule, "years": Figure(number=self.years)})]
        values: dict[str, Any] = {"count": len(self.spots), "flagged": self.flagged}
        if self.method == BAYES:
            wrong = sum(1 - each.certainty for each in self.spots if each.flagged and each.certainty is not None)
            values["wrong"] = Figure(number=wrong, decimals=1)
            words = _("{count} places were looked at, {flagged} are flagged; about {wrong} of those by chance.")
        else:
            words = _("{count} places were looked at, {flagged} are flagged. Some of those had a bad period by chance.")
        return (*said, Said(words, values))


@analysis(
    name="black-spots",
    question=_("Which junctions are worse than expected?"),
    method=_("Rule on counts with sliding windows, or Empirical Bayes"),
    caution=_(
        "A place chosen for its bad years gets better by itself; only Empirical Bayes allows for that. Not every "
        "accident is reported, and hospitals see more than the police."
    ),
    reference="Hauer, Harwood, Council & Griffith 2002; Elvik 2007",
    files={"accidents": ("place", "position", "injured", "count", "traffic", "length", "expected")},
)
def black_spots(
    place: ArrayLike,
    position: ArrayLike | None = None,
    injured: ArrayLike | None = None,
    count: ArrayLike | None = None,
    traffic: ArrayLike | None = None,
    length: ArrayLike | None = None,
    expected: ArrayLike | None = None,
    parameters: Parameters | None = None,
) -> BlackSpots:
    """Black spots among places.

    For counts a row is an accident, at a junction or at a `position` in metres along a road. For Empirical Bayes a
    row is a place, or one year of it, with `count`, and with `traffic` (and `length` in km) or what is `expected`.
    """
    if parameters is None:
        raise TypeError("black spots need parameters: there is no rule for everyone")
    names, codes = labels(place, "place")
    columns = {"place": codes}
    given = {"position": position, "injured": injured, "traffic": traffic, "length": length, "expected": expected}
    numbers = {name: amounts(values, name) for name, values in given.items() if values is not None}
    many = None if count is None else counts(count, "count")
    same_length(columns | numbers | ({} if many is None else {"count": many}))
    refuse_unless(
        bool(names), _("There are no accidents."), _("Choose a longer period or a larger area."), column="place"
    )
    if parameters.method == BAYES:
        spots, rule = _bayes(names, codes, many, numbers, parameters)
    else:
        refuse_unless(
            many is None,
            _("A rule on counts reads one row for each accident."),
            _("Leave the counts out, or choose --method empirical-bayes."),
            column="count",
        )
        spots, rule = _counts(names, codes, numbers, parameters)
    n = int(codes.size if many is None else many.sum())
    return BlackSpots(n, parameters.method, parameters.years, rule, sum(each.flagged for each in spots), spots)


def _counts(
    names: list[str], codes: Any, numbers: dict[str, Numbers], chosen: Parameters
) -> tuple[tuple[Spot, ...], str]:
    hurt = numbers.get("injured")
    refuse_unless(
        hurt is not None or not chosen.least_injured,
        _("The rule asks for injuries, but no column says who was hurt."),
        _("Name the column with the number of injured as --injured."),
        key="least_injured",
    )
    rule = f"≥ {chosen.least}" + (f", ≥ {chosen.least_injured} with injury" if chosen.least_injured else "")
    position = numbers.get("position")
    if position is None:
        return junctions(names, codes, hurt, chosen.least, chosen.least_injured), rule
    refuse_unless(
        chosen.metres > 0, _("The window has no length."), _("Give the metres of road as --metres."), key="metres"
    )
    found = stretches(names, codes, position, hurt, chosen.least, chosen.least_injured, chosen.metres)
    return found, f"{rule} per {chosen.metres:g} m"


def _bayes(
    names: list[str], codes: Any, many: Numbers | None, numbers: dict[str, Numbers], chosen: Parameters
) -> tuple[tuple[Spot, ...], str]:
    rows = np.bincount(codes)
    observed = rows if many is None else np.bincount(codes, many)
    long = np.bincount(codes, numbers["length"]) / rows if "length" in numbers else np.ones(len(names))
    expected: Numbers
    if "expected" in numbers:
        expected, rule = np.bincount(codes, numbers["expected"]).astype(np.float64), "expected"
    else:
        refuse_unless(
            "traffic" in numbers and chosen.constant > 0,
            _("There is nothing to say what such places usually have."),
            _("Give the traffic with --constant and --power of your model, or a column of what is expected."),
            key="constant",
        )
        rate = np.bincount(codes, chosen.constant * numbers["traffic"] ** chosen.power) / rows
        expected, rule = rate * long * chosen.years, f"{chosen.constant:g} × traffic^{chosen.power:g}"
    refuse_unless(
        bool((expected > 0).all() and (long > 0).all() and np.isfinite(expected).all()),
        _("There is a place where nothing is expected."),
        _("Traffic, lengths and what is expected are above 0."),
        column="expected" if "expected" in numbers else "traffic",
    )
    own = chosen.dispersion * long
    found = weighed(names, observed.astype(np.int64), expected, own, long * chosen.years, chosen.certainty)
    return found, f"{rule}, dispersion {chosen.dispersion:g}, certainty {chosen.certainty:g}"


def _name(spot: Spot) -> str:
    return spot.place if spot.start is None else f"{spot.place} {spot.start:.0f}–{spot.end:.0f}"


def _row(spot: Spot) -> tuple[str | Said, ...]:
    along = "" if spot.start is None else f"{spot.start:.0f}–{spot.end:.0f}"
    figures = ((spot.observed, 0), (spot.injured, 0), (spot.expected, 1), (spot.eb, 1), (spot.sd, 1))
    shown = [Figure(number=number, decimals=decimals) for number, decimals in figures]
    return (spot.place, along, *shown, Said(_("yes") if spot.flagged else _("no")))
