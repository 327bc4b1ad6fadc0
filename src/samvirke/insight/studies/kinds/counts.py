"""How many incidents each municipality had in each month, by category: counted file by file and added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit import Figure, Result, Table, analysis, asked, refuse_unless, vega
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.engine.kind import Kind, Part
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of

_MOST_ROWS = 100_000
_KEYS = (
    "coalesce(municipality, 0)::BIGINT AS place, "
    "(year(starts) * 12 + month(starts) - 1)::BIGINT AS month, category::VARCHAR AS category"
)


@dataclass(frozen=True)
class Parameters:
    """Which of the rows are listed."""

    fewest: int = asked(_("Fewest"), _("Rows with fewer incidents are left out of the table."), 1)

    def __post_init__(self) -> None:
        refuse_unless(self.fewest >= 0, _("The number is below 0."), _("Give 0 or more."), key="fewest")


@dataclass(frozen=True)
class Counts(Result):
    """One row for each municipality (0: unknown), month (years × 12 + month from 0) and category that has any."""

    n: int
    place: NDArray[np.int64]
    month: NDArray[np.int64]
    category: tuple[str, ...]
    count: NDArray[np.int64]
    fewest: int

    def table(self) -> Table:
        """The rows that reach `fewest`."""
        head = tuple(Said(each) for each in (_("municipality"), _("month"), _("category"), _("incidents")))
        rows = zip(self.place.tolist(), self.month.tolist(), self.category, self.count.tolist(), strict=True)
        return Table(
            head,
            tuple(
                (str(place), f"{month // 12}-{month % 12 + 1:02}", category, Figure(number=count))
                for place, month, category, count in rows
                if count >= self.fewest
            ),
        )

    def chart(self, language: str = "en") -> dict[str, Any]:
        """All incidents by month, a line for each category."""
        totals: dict[tuple[int, str], int] = {}
        for month, category, count in zip(self.month.tolist(), self.category, self.count.tolist(), strict=True):
            totals[month, category] = totals.get((month, category), 0) + count
        rows = [
            {"month": f"{month // 12}-{month % 12 + 1:02}-01", "category": category, "incidents": count}
            for (month, category), count in sorted(totals.items())
        ]
        titles = {"x": _("month"), "y": _("incidents"), "color": _("category")}
        encoding: dict[str, Any] = {
            "x": {"field": "month", "type": "temporal"},
            "y": {"field": "incidents", "type": "quantitative"},
            "color": {"field": "category", "type": "nominal"},
        }
        for axis, title in titles.items():
            encoding[axis]["title"] = Said(title).text(language)
        return vega(rows, Said(_("Incidents by month")).text(language), mark="line", encoding=encoding)


@analysis(
    name="counts",
    question=_("How many, where and when?"),
    method=_("Counts by municipality, month and category"),
    caution=_("A count says how many were reported and recorded, not how many there were."),
    reference="Counting; what is counted is said by each source",
)
def counts(place: ArrayLike, time: ArrayLike, offence: ArrayLike, parameters: Parameters | None = None) -> Counts:
    """Counts of single incidents: municipality codes, months counted from year 0, categories."""
    rows = np.stack([np.asarray(place, np.int64), np.asarray(time, np.int64)])
    names, codes = np.unique(np.asarray(offence, np.str_), return_inverse=True)
    keys, count = np.unique(np.vstack([rows, codes]), axis=1, return_counts=True)
    return _of(keys[0], keys[1], [str(names[code]) for code in keys[2]], count, parameters or Parameters())


def _of(
    place: NDArray[np.int64], month: NDArray[np.int64], category: Sequence[str], count: NDArray[np.int64], asked: Any
) -> Counts:
    return Counts(int(count.sum()), place, month, tuple(category), count.astype(np.int64), asked.fewest)


def _parts(scope: Scope, _parameters: Any) -> Sequence[Part]:
    return scope.files


def _work(scope: Scope, _parameters: Any, _seed: int, file: Part) -> Piece:
    found = scope.of_file(file).counts(_KEYS)
    return Piece(int(found["n"].sum()), digest_of(found), found)


def _whole(_scope: Scope, parameters: Any, _parts: Sequence[Part], pieces: Sequence[Any]) -> Counts:
    together: dict[tuple[int, int, str], int] = {}
    for piece in pieces:
        for *key, count in zip(*(piece[name].tolist() for name in ("place", "month", "category", "n")), strict=True):
            together[tuple(key)] = together.get(tuple(key), 0) + count
    keys = sorted(together)
    refuse_unless(
        len(keys) <= _MOST_ROWS,
        _("There would be {count} rows."),
        _("Choose fewer categories or a shorter period."),
        count=len(keys),
    )
    places, months = (np.array([key[at] for key in keys], np.int64) for at in (0, 1))
    return _of(
        places, months, [key[2] for key in keys], np.array([together[key] for key in keys], np.int64), parameters
    )


KIND = Kind(
    name="counts",
    analysis=counts,
    reads=_("Municipality, month and category of each incident."),
    work=_work,
    whole=_whole,
    parts=_parts,
)
