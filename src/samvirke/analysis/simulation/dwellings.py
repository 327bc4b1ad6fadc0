"""Which home: most burglaries meet a home for the first time, some come back to one of the year before."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.simulation.columns import NO_DWELLING, Rows
from samvirke.analysis.simulation.parameters import Parameters
from samvirke.analysis.simulation.plants.move import Moments, earlier_by

_YEAR_MINUTES = 365 * 24 * 60
_PER_TOWN = 10**9
# Compounds that no known street has, so that no real home is named.
_STREETS = tuple(
    first + last
    for last in ("vej", "vænget", "stien", "parken")
    for first in (
        "Kobberugle", "Månesten", "Tågebanke", "Ravfisker", "Lyngrype", "Stjernekrat", "Rimfrost", "Kvistranke",
        "Sneharpe", "Brombærugle", "Skumringslærke", "Havblomst", "Vintersvale", "Løvfrø", "Gyldenmos", "Disbakke",
    )
)  # fmt: skip
_NUMBERS = 199
_DOORS = ("", *"ABCDEFGH", *(f", {floor} {side}" for floor in ("st.", "1.", "2.", "3.") for side in ("tv", "mf", "th")))
_HOUSES = len(_STREETS) * _NUMBERS
_STRIDE = 4663  # shares no factor with the number of houses, so every house comes once before any comes again


def inhabited(
    rows: Rows, parameters: Parameters, earlier: Rows, taken: NDArray[np.int64], generator: np.random.Generator
) -> tuple[Rows, NDArray[np.int64]]:
    """Give each burglary of a home its dwelling; `taken` counts the homes named so far in each town.

    `earlier` are the burglaries that a home may have had before, oldest first.
    """
    in_homes = np.array([kind.in_homes for kind in parameters.kinds for _code in kind.codes])
    own = np.flatnonzero(in_homes[rows.code])
    homes = Rows.joined([earlier, rows.at(own)])
    origin = _origins(homes, len(earlier), parameters, generator)
    position = np.arange(len(homes))
    first = np.flatnonzero((origin == position) & (position >= len(earlier)))
    named, taken = _named(homes.at(first), parameters, taken)
    found = homes.put(first, dwelling=named).at(origin[len(earlier) :])
    return rows.put(own, dwelling=found.dwelling, east=found.east, north=found.north), taken


def within_a_year(homes: Rows) -> Rows:
    """The burglaries of homes that one in the next quarter may come back to, oldest first."""
    kept = homes.at(homes.dwelling != NO_DWELLING)
    kept = kept.at(np.argsort(kept.reported, kind="stable"))
    return kept.at(kept.reported > kept.reported[-1] - np.timedelta64(_YEAR_MINUTES, "m")) if len(kept) else kept


def address(dwelling: int, parameters: Parameters) -> str:
    """An invented address, different for every home."""
    position, number = divmod(dwelling, _PER_TOWN)
    round_, house = divmod(number, _HOUSES)
    further, door = divmod(round_, len(_DOORS))
    street, on_street = divmod(house * _STRIDE % _HOUSES, _NUMBERS)
    town = parameters.towns[position]
    number_on_street = f"{1 + on_street + further * _NUMBERS}{_DOORS[door]}"
    return f"{_STREETS[street]} {number_on_street}, {town.postcode} {town.name}"


def _origins(homes: Rows, earlier: int, parameters: Parameters, generator: np.random.Generator) -> NDArray[np.int64]:
    """For each burglary the row of the first one in the same home: often its own."""
    may_repeat = (np.arange(len(homes)) >= earlier) & (homes.planted == 0)
    origin = np.arange(len(homes))
    for code in parameters.municipalities:
        here = np.flatnonzero(homes.municipality == code)
        here = here[np.argsort(homes.reported[here], kind="stable")]
        found = _came_back(homes.reported[here], may_repeat[here], parameters.repeat_share, generator)
        origin[here] = here[found]
    return origin


def _came_back(
    reported: Moments, may_repeat: NDArray[np.bool_], share: float, generator: np.random.Generator
) -> NDArray[np.int64]:
    own = np.arange(len(reported))
    if not len(own):
        return own
    # Any day of the year is as likely as the next. Were it soonest at first, as in life, homes would be struck in
    # near-repeat fashion everywhere, and that is planted in one town only.
    wanted = earlier_by(reported, generator.uniform(0, _YEAR_MINUTES, len(own)))
    before = np.searchsorted(reported, wanted)
    comes_back = may_repeat & (generator.random(len(own)) < share) & (wanted >= reported[0]) & (before < own)
    origin = np.where(comes_back, before, own)
    while (origin[origin] != origin).any():
        origin = origin[origin]
    return origin


def _named(rows: Rows, parameters: Parameters, taken: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Numbers for homes met for the first time, by the nearest town of their municipality."""
    town = _nearest_town(rows, parameters)
    found = np.full(len(rows), NO_DWELLING, np.int64)
    taken = taken.copy()
    for position in np.unique(town):
        here = np.flatnonzero(town == position)
        found[here] = position * _PER_TOWN + taken[position] + np.arange(len(here))
        taken[position] += len(here)
    return found, taken


def _nearest_town(rows: Rows, parameters: Parameters) -> NDArray[np.int64]:
    nearest, least = np.zeros(len(rows), np.int64), np.full(len(rows), np.inf)
    for position, town in enumerate(parameters.towns):
        apart = np.hypot(rows.east - town.east, rows.north - town.north)
        closer = (rows.municipality == town.municipality) & (apart < least)
        nearest[closer], least[closer] = position, apart[closer]
    return nearest
