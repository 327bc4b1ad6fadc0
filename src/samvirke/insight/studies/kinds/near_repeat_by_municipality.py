"""Whether one incident leads to another nearby and soon, for each municipality by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samvirke.analysis.kit import Figure, Result, Table, vega
from samvirke.analysis.near_repeat import NearRepeat, near_repeat
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.engine.kind import Kind, Part, read_whole
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of
from samvirke.insight.studies.kinds.near_repeat import COLUMNS

_LEVEL = 0.05


@dataclass(frozen=True)
class ByMunicipality(Result):
    """The table of each municipality, in the order of `places`; `None` where there was too little to test."""

    places: tuple[int, ...]
    tables: tuple[NearRepeat | None, ...]

    @property
    def n(self) -> int:
        """The incidents of all tables."""
        return sum(each.n for each in self.tables if each)

    def table(self) -> Table:
        """A row for each municipality: its incidents, and the nearest and soonest pairs."""
        names = (_("municipality"), _("incidents"), _("pairs"), _("expected"), _("ratio"), _("p"))
        return Table(tuple(Said(each) for each in names), tuple(map(_row, self.places, self.tables)))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """How many times the expected number of nearest and soonest pairs each municipality has."""
        rows = [
            {"place": str(place), "ratio": float(each.ratio[0, 0]), "p": float(each.p[0, 0])}
            for place, each in zip(self.places, self.tables, strict=True)
            if each
        ]
        title = Said(_("Observed / expected")).text(language)
        encoding = {
            "y": {"field": "place", "type": "nominal", "title": Said(_("municipality")).text(language)},
            "x": {"field": "ratio", "type": "quantitative", "title": title},
        }
        return vega(rows, title, mark="bar", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """How many were tested, and how many fall below 0.05 by chance."""
        tested = sum(each is not None for each in self.tables)
        values = {"count": tested, "chance": Figure(number=tested * _LEVEL, decimals=1)}
        return (
            Said(_("{count} municipalities were tested; about {chance} fall below p 0.05 by chance alone."), values),
        )


def _row(place: int, found: NearRepeat | None) -> tuple[str | Said, ...]:
    if found is None:
        return (str(place), Said(_("too few to say")), "", "", "", "")
    return (
        str(place),
        Figure(number=found.n),
        Figure(number=int(found.observed[0, 0])),
        *(Figure(number=float(each[0, 0]), decimals=at) for each, at in ((found.expected, 1), (found.ratio, 2))),
        Figure(number=float(found.p[0, 0]), decimals=3),
    )


def _parts(scope: Scope, _parameters: Any) -> Sequence[Part]:
    return scope.municipalities if scope.municipality is None else (scope.municipality,)


def _work(scope: Scope, parameters: Any, seed: int, municipality: Part) -> Piece:
    try:
        return read_whole(near_repeat, scope.of(municipality), parameters, seed, COLUMNS, "x IS NOT NULL")
    except Refused:
        read = scope.of(municipality).read(COLUMNS, "x IS NOT NULL")
        return Piece(0, digest_of(read), None)


def _whole(_scope: Scope, _parameters: Any, parts: Sequence[Part], pieces: Sequence[Any]) -> ByMunicipality:
    ByMunicipality.about = NearRepeat.about
    return ByMunicipality(tuple(parts), tuple(pieces))


KIND = Kind(
    name="near-repeat-by-municipality",
    analysis=near_repeat,
    title=_("Does one lead to another nearby and soon, in each municipality?"),
    reads=_("The place and day of each incident with a known place, a municipality at a time."),
    work=_work,
    whole=_whole,
    parts=_parts,
    chooses_places=True,
)
